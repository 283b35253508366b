"""Transfer encodings of messages' bodies."""

__all__ = ["encode_7or8bit", "encode_base64", "encode_noop", "encode_quopri"]


def encode_base64(msg):
    """Encode the payload in base64."""
    from email import _words
    data = msg.get_payload(decode=True)
    msg.set_payload(_words.base64_lines(data) if data is not None else "")
    msg["Content-Transfer-Encoding"] = "base64"


def encode_quopri(msg):
    """Encode the payload in quoted-printable."""
    from quopri import encodestring
    data = encodestring(msg.get_payload(decode=True), quotetabs=True).replace(b" ", b"=20")
    msg.set_payload(data)
    msg["Content-Transfer-Encoding"] = "quoted-printable"


def encode_7or8bit(msg):
    """Say whether the payload is of ASCII."""
    data = msg.get_payload(decode=True)
    if data is None:
        msg["Content-Transfer-Encoding"] = "7bit"
        return
    msg["Content-Transfer-Encoding"] = "7bit" if data.isascii() else "8bit"


def encode_noop(msg):
    """Leave the payload as it is."""
