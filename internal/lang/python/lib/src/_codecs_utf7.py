"""UTF-7: texts as bytes below 128, of which those between + and - are base64 of UTF-16."""

from codecs import lookup_error

_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {c: i for i, c in enumerate(_BASE64)}
_DIRECT = frozenset("\t\n\r" + "".join(map(chr, range(32, 127)))) - frozenset("+\\~")  # what is written as it is
_ENDS = frozenset(_BASE64.decode() + "-")  # what would go on in base64, but for a - before


def _bytes(data):
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError("a bytes-like object is required, not '%s'" % type(data).__name__) from None


def utf_7_encode(text, errors=None, /):
    """The bytes of a text. There is no text that has none."""
    if not isinstance(text, str):
        raise TypeError("utf_7_encode() argument 1 must be str, not %s" % ("None" if text is None else type(text).__name__))
    out, shifted = [], []
    for c in text:
        if c not in _DIRECT and (shifted or c != "+"):
            shifted.append(c)
            continue
        if shifted:
            out += [_shift(shifted), "-" if c in _ENDS else ""]
            shifted = []
        out.append("+-" if c == "+" else c)
    if shifted:
        out += [_shift(shifted), "-"]
    return "".join(out).encode("ascii"), len(text)


def _shift(chars):
    import binascii
    units = "".join(chars).encode("utf-16-be", "surrogatepass")
    return "+" + binascii.b2a_base64(units, newline=False).decode("ascii").rstrip("=")


def utf_7_decode(data, errors=None, final=False, /):
    """The text of bytes and how many were used: without final, all but a sequence that hasn't ended."""
    decoder = _Decoder(_bytes(data), errors or "strict")
    return decoder.run(final)


class _Decoder:
    def __init__(self, data, errors):
        self.data, self.errors, self.out = data, errors, []
        self.at = self.start = 0  # the next byte, and the first of a sequence
        self.shifted = False

    def run(self, final):
        while True:
            while self.at < len(self.data):
                (self.inside if self.shifted else self.outside)(self.data[self.at])
            if not self.shifted:
                return "".join(self.out), self.at
            if not final:
                return "".join(self.out[:self.kept]), self.start
            self.shifted = False
            if self.high or self.bits >= 6 or self.value:
                self.failed(len(self.data), "unterminated shift sequence")

    def outside(self, c):
        if c == 43:
            self.begin()
        elif c < 128:
            self.out.append(chr(c))
            self.at += 1
        else:
            self.start = self.at
            self.failed(self.at + 1, "unexpected special character")

    def begin(self):
        """Begin a sequence with its +."""
        self.start = self.at
        self.at += 1
        following = self.data[self.at:self.at + 1]
        if following == b"-":
            self.out.append("+")
            self.at += 1
        elif following and following[0] not in _VALUES:
            self.failed(self.at + 1, "ill-formed sequence")
        else:
            self.shifted, self.kept = True, len(self.out)
            self.value = self.bits = self.high = 0

    def inside(self, c):
        six = _VALUES.get(c)
        if six is None:
            self.end(c)
            return
        self.at += 1
        self.value = self.value << 6 | six
        self.bits += 6
        if self.bits >= 16:
            self.bits -= 16
            self.unit(self.value >> self.bits)
            self.value &= (1 << self.bits) - 1

    def unit(self, unit):
        """Take sixteen bits: a character, or a half of one."""
        high, self.high = self.high, 0
        if high and 0xdc00 <= unit < 0xe000:
            self.out.append(chr(0x10000 + ((high & 0x3ff) << 10 | unit & 0x3ff)))
            return
        if high:
            self.out.append(chr(high))
        if 0xd800 <= unit < 0xdc00:
            self.high = unit
        else:
            self.out.append(chr(unit))

    def end(self, c):
        """End a sequence at what isn't base64."""
        self.shifted = False
        if self.bits >= 6:
            self.failed(self.at + 1, "partial character in shift sequence")
        elif self.value:
            self.failed(self.at + 1, "non-zero padding bits in shift sequence")
        else:
            if self.high and c < 128:
                self.out.append(chr(self.high))
            self.at += c == 45

    def failed(self, end, reason):
        error = UnicodeDecodeError("utf7", self.data, self.start, end, reason)
        if self.errors == "strict":
            raise error
        out = lookup_error(self.errors)(error)
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

