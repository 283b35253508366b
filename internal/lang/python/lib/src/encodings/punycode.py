"""RFC 3492: texts in the letters of ASCII that names of domains may have."""

import codecs

_DIGITS = b"abcdefghijklmnopqrstuvwxyz0123456789"


def _adapt(delta, first, count):
    delta = delta // 700 if first else delta // 2
    delta += delta // count
    turns = 0
    while delta > 455:
        delta //= 35
        turns += 36
    return turns + 36 * delta // (delta + 38)


def _limit(place, bias):
    return min(max(36 * (place + 1) - bias, 1), 26)


def _number(n, bias):
    """The digits of a number; how much each counts follows from bias."""
    out, place = bytearray(), 0
    while n >= (t := _limit(place, bias)):
        n, digit = divmod(n - t, 36 - t)
        out.append(_DIGITS[t + digit])
        place += 1
    out.append(_DIGITS[n])
    return out


def punycode_encode(text):
    """The bytes of a text."""
    basic = bytes(ord(c) for c in text if ord(c) < 128)
    others = sorted({c for c in text if ord(c) >= 128})
    out, done, bias, before, delta = bytearray(), len(basic), 72, 128, 0
    first = True
    for c in others:
        delta += (ord(c) - before) * (done + 1)
        for other in text:
            if other < c:
                delta += 1
            elif other == c:
                out += _number(delta, bias)
                done += 1
                bias = _adapt(delta, first, done)
                first, delta = False, 0
        delta += 1
        before = ord(c) + 1
    return basic + b"-" + bytes(out) if basic else bytes(out)


def punycode_decode(data, errors):
    """The text of bytes."""
    if isinstance(data, str):
        data = data.encode("ascii")
    data = bytes(data)
    at = data.rfind(b"-")
    basic, digits = ("", data) if at < 0 else (str(data[:at], "ascii", errors), data[at + 1:])
    text, code, place, bias, pos, first = list(basic), 128, -1, 72, 0, True
    digits = str(digits, "ascii", "strict").upper()
    while pos < len(digits):
        new, delta = _read(digits, pos, bias, errors)
        if delta is None:
            break
        place += delta + 1
        code += place // (len(text) + 1)
        if code > 0x10FFFF:
            if errors == "strict":
                raise UnicodeError("Invalid character U+%x" % code)
            code = ord("?")
        place %= len(text) + 1
        text.insert(place, chr(code))
        bias = _adapt(delta, first, len(text))
        first, pos = False, new
    return "".join(text)


def _read(digits, pos, bias, errors):
    """The number at a place, and where the next is; None where it isn't whole."""
    value, weight, place = 0, 1, 0
    while True:
        if pos >= len(digits):
            if errors == "strict":
                raise UnicodeError("incomplete punicode string")
            return pos + 1, None
        c = digits[pos]
        pos += 1
        if "A" <= c <= "Z":
            digit = ord(c) - 65
        elif "0" <= c <= "9":
            digit = ord(c) - 22
        elif errors == "strict":
            raise UnicodeError("Invalid extended code point '%s'" % c)
        else:
            return pos, None
        t = _limit(place, bias)
        value += digit * weight
        if digit < t:
            return pos, value
        weight *= 36 - t
        place += 1


class Codec(codecs.Codec):
    """The codec of both functions."""

    def encode(self, input, errors="strict"):
        return punycode_encode(input), len(input)

    def decode(self, input, errors="strict"):
        if errors not in ("strict", "replace", "ignore"):
            raise UnicodeError("Unsupported error handling " + errors)
        return punycode_decode(input, errors), len(input)


class IncrementalEncoder(codecs.IncrementalEncoder):
    def encode(self, input, final=False):
        return punycode_encode(input)


class IncrementalDecoder(codecs.IncrementalDecoder):
    def decode(self, input, final=False):
        return punycode_decode(input, self.errors)


class StreamWriter(Codec, codecs.StreamWriter):
    pass


class StreamReader(Codec, codecs.StreamReader):
    pass


def getregentry():
    """The codec as codecs has it."""
    return codecs.CodecInfo(name="punycode", encode=Codec().encode, decode=Codec().decode, incrementalencoder=IncrementalEncoder,
                            incrementaldecoder=IncrementalDecoder, streamwriter=StreamWriter, streamreader=StreamReader)
