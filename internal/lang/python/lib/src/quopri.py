"""Quoted-printable: bytes as printable characters, and = with two digits."""

__all__ = ["encode", "decode", "encodestring", "decodestring"]

from binascii import a2b_qp, b2a_qp


def encode(input, output, quotetabs, header=False):
    """Encode one file into another."""
    output.write(encodestring(input.read(), quotetabs, header))


def encodestring(s, quotetabs=False, header=False):
    """Encoded bytes."""
    return b2a_qp(s, quotetabs=quotetabs, header=header)


def decode(input, output, header=False):
    """Decode one file into another."""
    output.write(decodestring(input.read(), header))


def decodestring(s, header=False):
    """Decoded bytes."""
    return a2b_qp(s, header=header)
