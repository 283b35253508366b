"""Charsets of messages: how headers and bodies of each are encoded."""

__all__ = ["Charset", "add_alias", "add_charset", "add_codec"]

QP, BASE64, SHORTEST = 1, 2, 3
DEFAULT_CHARSET = "us-ascii"
UNKNOWN8BIT = "unknown-8bit"

CHARSETS = {"us-ascii": (None, None, None), "utf-8": (SHORTEST, BASE64, "utf-8"), "big5": (BASE64, BASE64, None),
            "gb2312": (BASE64, BASE64, None), "euc-jp": (BASE64, None, "iso-2022-jp"), "shift_jis": (BASE64, None, "iso-2022-jp"),
            "iso-2022-jp": (BASE64, None, None), "koi8-r": (BASE64, BASE64, None), "viscii": (QP, QP, None),
            "windows-1252": (QP, QP, None)}
for _n in (1, 2, 3, 4, 9, 10, 13, 14, 15, 16):
    CHARSETS["iso-8859-%d" % _n] = (QP, QP, None)
del _n
ALIASES = {"latin_1": "iso-8859-1", "latin-1": "iso-8859-1", "latin_2": "iso-8859-2", "latin-2": "iso-8859-2", "latin_5": "iso-8859-9",
           "latin-5": "iso-8859-9", "ascii": "us-ascii", "euc_jp": "euc-jp", "utf8": "utf-8"}
CODEC_MAP = {"us-ascii": None}


def add_charset(charset, header_enc=None, body_enc=None, output_charset=None):
    """Set how a charset is encoded."""
    if body_enc == SHORTEST:
        raise ValueError("SHORTEST not allowed for body_enc")
    CHARSETS[charset] = (header_enc, body_enc, output_charset)


def add_alias(alias, canonical):
    """Another name of a charset."""
    ALIASES[alias] = canonical


def add_codec(charset, codecname):
    """The codec of a charset."""
    CODEC_MAP[charset] = codecname


class Charset:
    """A charset of messages."""

    def __init__(self, input_charset=DEFAULT_CHARSET):
        from email import errors
        try:
            if isinstance(input_charset, str):
                input_charset.encode("ascii")
            else:
                input_charset = str(input_charset, "ascii")
        except UnicodeError:
            raise errors.CharsetError(input_charset) from None
        input_charset = input_charset.lower()
        self.input_charset = ALIASES.get(input_charset, input_charset)
        header, body, output = CHARSETS.get(self.input_charset, (SHORTEST, BASE64, None))
        self.header_encoding, self.body_encoding = header, body
        self.output_charset = ALIASES.get(output or self.input_charset, output or self.input_charset)
        self.input_codec = CODEC_MAP.get(self.input_charset, self.input_charset)
        self.output_codec = CODEC_MAP.get(self.output_charset, self.output_charset)

    def __repr__(self):
        return self.input_charset.lower()

    __str__ = __repr__

    def __eq__(self, other):
        return str(self) == str(other).lower()

    def __hash__(self):
        return hash(str(self))

    def get_body_encoding(self):
        """The transfer encoding of bodies, or a function that encodes a message."""
        from email.encoders import encode_7or8bit
        return {QP: "quoted-printable", BASE64: "base64"}.get(self.body_encoding, encode_7or8bit)

    def get_output_charset(self):
        """The charset that is written."""
        return self.output_charset or self.input_charset

    def header_encode(self, string):
        """A text as an encoded word."""
        from email import _words
        data = string.encode(self.output_codec or "us-ascii")
        return _words.encode(data, self.get_output_charset(), {QP: "q", BASE64: "b", SHORTEST: "s"}.get(self.header_encoding))

    def body_encode(self, string):
        """A body, encoded."""
        if not string:
            return string
        if self.body_encoding is BASE64:
            from email import _words
            data = string.encode(self.output_charset) if isinstance(string, str) else string
            return _words.base64_lines(data)
        if self.body_encoding is QP:
            from email import _words
            data = string.encode(self.output_charset) if isinstance(string, str) else string
            return _words.quoted_lines(data.decode("latin1"))
        if isinstance(string, str):
            string = string.encode(self.output_charset).decode("ascii")
        return string
