"""UTF-7: texts as bytes below 128, of which those between + and - are base64 of UTF-16."""

import binascii
import re

from _codecs_errors import ignore_errors, replace_errors
from codecs import lookup_error

_DIRECT = r"\t\n\r !-*,-\[\]-}"  # what is written as it is
_PARTS = re.compile(f"([{_DIRECT}]+)|(\\+)|([^{_DIRECT}+][^{_DIRECT}]*)").finditer
_GOES_ON = re.compile("[A-Za-z0-9+/-]").match  # what would belong to the base64, but for a - before
_BASE64 = re.compile(b"[A-Za-z0-9+/]*").match
_PLAIN = re.compile(rb"[\x00-*,-\x7f]+").match
_WRONG = re.compile(rb"[\x80-\xff]+").match


def _bytes(data):
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError("a bytes-like object is required, not '%s'" % type(data).__name__) from None


def utf_7_encode(text, errors=None, /):
    """The bytes of a text. There is no text that has none."""
    if not isinstance(text, str):
        raise TypeError("utf_7_encode() argument 1 must be str, not %s" % ("None" if text is None else type(text).__name__))
    out = []
    for part in _PARTS(text):
        direct, plus, shifted = part.groups()
        if shifted:
            out += ["+", _base64(shifted), "-" if part.end() == len(text) or _GOES_ON(text, part.end()) else ""]
        else:
            out.append(direct or "+-")
    return "".join(out).encode("ascii"), len(text)


def _base64(text):
    units = text.encode("utf-16-be", "surrogatepass")
    return binascii.b2a_base64(units, newline=False).decode("ascii").rstrip("=")


def utf_7_decode(data, errors=None, final=False, /):
    """The text of bytes and how many were used: without final, all but a sequence that hasn't ended."""
    decoder = _Decoder(_bytes(data), errors or "strict")
    return decoder.run(final)


class _Decoder:
    def __init__(self, data, errors):
        self.data, self.errors, self.out = data, errors, []
        self.handler = self.instead = None  # what the handler is, and for those that need no exception what they put
        self.at = self.start = 0  # the next byte, and the first of a sequence
        self.shifted = False

    def run(self, final):
        while True:
            while self.at < len(self.data):
                self.outside(self.data[self.at])
            if not self.shifted:
                return "".join(self.out), self.at
            if not final:
                return "".join(self.out[:self.kept]), self.start
            self.shifted = False
            if self.high or self.bits >= 6 or self.wrong:
                self.failed(len(self.data), "unterminated shift sequence")

    def outside(self, c):
        if c == 43:
            self.begin()
        elif c < 128:
            plain = _PLAIN(self.data, self.at)
            self.out.append(plain.group().decode("ascii"))
            self.at = plain.end()
        elif self.instead is None:
            self.start = self.at
            self.failed(self.at + 1, "unexpected special character")
        else:
            wrong = _WRONG(self.data, self.at)
            self.at = wrong.end()
            self.out.append(self.instead * (self.at - wrong.start()))

    def begin(self):
        """Begin a sequence with its +."""
        self.start = self.at
        self.at += 1
        following = self.data[self.at:self.at + 1]
        if following == b"-":
            self.out.append("+")
            self.at += 1
        elif following and not _BASE64(following).group():
            self.failed(self.at + 1, "ill-formed sequence")
        else:
            self.shifted, self.kept = True, len(self.out)
            self.inside()

    def inside(self):
        """Take a sequence's base64 and, unless there is nothing after it, end it."""
        run = _BASE64(self.data, self.at).group()
        self.at += len(run)
        raw = binascii.a2b_base64(run + b"A" * (-len(run) % 4))
        units = len(run) * 6 // 16 * 2
        text = raw[:units].decode("utf-16-be", "surrogatepass")
        self.bits, self.wrong = len(run) * 6 % 16, any(raw[units:])
        self.high = text[-1:] if "\ud800" <= text[-1:] < "\udc00" else ""  # half a character, if nothing follows
        self.out.append(text.removesuffix(self.high))
        if self.at < len(self.data):
            self.end(self.data[self.at])

    def end(self, c):
        """End a sequence at what isn't base64."""
        self.shifted = False
        if self.bits >= 6:
            self.failed(self.at + 1, "partial character in shift sequence")
        elif self.wrong:
            self.failed(self.at + 1, "non-zero padding bits in shift sequence")
        else:
            if c < 128:
                self.out.append(self.high)
            self.at += c == 45

    def failed(self, end, reason):
        if self.instead is not None:
            self.out.append(self.instead)
            self.at = end
            return
        if self.errors == "strict":
            raise UnicodeDecodeError("utf7", self.data, self.start, end, reason)
        if self.handler is None:
            self.look_up()
            return self.failed(end, reason)
        error = UnicodeDecodeError("utf7", self.data, self.start, end, reason)
        self.handled(error, self.handler(error))

    def look_up(self):
        """Find the handler, once for all errors."""
        self.handler = lookup_error(self.errors)
        if self.handler is replace_errors:
            self.instead = "\ufffd"
        elif self.handler is ignore_errors:
            self.instead = ""

    def handled(self, error, out):
        """Go on as a handler's answer says."""
        if not isinstance(out, tuple) or len(out) != 2 or not isinstance(out[0], str):
            raise TypeError("decoding error handler must return (str, int) tuple")
        text, at = out
        self.data = error.object
        if at < 0:
            at += len(self.data)
        if not 0 <= at <= len(self.data):
            raise IndexError("position %d from error handler out of bounds" % at)
        self.out.append(text)
        self.at = at
