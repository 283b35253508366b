"""Encoded words of headers, and encoded bodies."""

import binascii
import re

_HEADER_SAFE = frozenset(b"-!*+/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_BODY_SAFE = frozenset(b" !\"#$%&'()*+,-./0123456789:;<>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\t")


def _q(data):
    return "".join("_" if b == 32 else chr(b) if b in _HEADER_SAFE else "=%02X" % b for b in data)


def length(data, kind):
    """How long an encoded word is without what is around it."""
    in_q = sum(1 if b in _HEADER_SAFE or b == 32 else 3 for b in data)
    in_b = (len(data) + 2) // 3 * 4
    return in_q if kind == "q" or kind == "s" and in_q <= in_b else in_b


def encode(data, charset, kind):
    """The encoded word of bytes: q, b, or s for the shorter one; None for none."""
    if kind is None:
        return data.decode("ascii")
    if kind == "s":
        kind = "q" if length(data, "q") <= length(data, "b") else "b"
    text = _q(data) if kind == "q" else binascii.b2a_base64(data, newline=False).decode("ascii")
    return "=?%s?%s?%s?=" % (charset, kind, text)


def base64_lines(data):
    """Lines of base64."""
    if isinstance(data, str):
        data = data.encode("ascii", "surrogateescape")
    return "".join(binascii.b2a_base64(data[at:at + 57]).decode("ascii") for at in range(0, len(data), 57))


def quoted_lines(text, width=76, eol="\n"):
    """Lines of quoted-printable of a text of bytes."""
    if not text:
        return text
    text = "".join(c if c in "\r\n" or ord(c) in _BODY_SAFE else "=%02X" % ord(c) for c in text)
    out = []
    for line in text.splitlines():
        start, last = 0, len(line) - 1 - width
        while start <= last:
            stop = start + width - 1
            if line[stop - 2] == "=":
                out.append(line[start:stop - 1])
                start = stop - 2
            elif line[stop - 1] == "=":
                out.append(line[start:stop])
                start = stop - 1
            else:
                out.append(line[start:stop] + "=")
                start = stop
        if not line or line[-1] not in " \t":
            out.append(line[start:])
            continue
        room = width - len(line) + start
        last = "=%02X" % ord(line[-1])
        if room >= 2:
            out.append(line[start:-1] + last)
        elif room == 1:
            out += [line[start:] + "=", ""]
        else:
            out += [line[start:-1] + "=", last]
    if text[-1] in "\r\n":
        out.append("")
    return eol.join(out)


_WORD = re.compile(r"=\?([^?]*?)\?([qQbB])\?(.*?)\?=", re.MULTILINE)


def decode_q(text):
    """The bytes of a word in q."""
    return binascii.a2b_qp(text.replace("_", " ").encode("ascii", "surrogateescape"), header=False)


def decode_b(text):
    """The bytes of a word in b."""
    from email import errors
    text += "=" * (-len(text) % 4)
    try:
        return binascii.a2b_base64(text.encode("ascii", "surrogateescape"))
    except binascii.Error:
        raise errors.HeaderParseError("Base64 decoding error") from None


def decoded_words(line):
    """(text, encoding, charset) of what a line of a header consists of; encoding None is plain text."""
    parts, first = _WORD.split(line), True
    out = []
    while parts:
        plain = parts.pop(0)
        if first:
            plain, first = plain.lstrip(), False
        if plain:
            out.append((plain, None, None))
        if parts:
            charset, encoding, text = parts.pop(0).lower(), parts.pop(0).lower(), parts.pop(0)
            out.append((text, encoding, charset))
    return out
