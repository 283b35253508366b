"""The functions of codecs for one encoding each, and those that go by a map."""

from _codecs_streams import complete

_ENCODINGS = {"ascii": "ascii", "latin_1": "latin-1", "utf_8": "utf-8", "utf_16": "utf-16", "utf_16_le": "utf-16-le",
              "utf_16_be": "utf-16-be", "utf_32": "utf-32", "utf_32_le": "utf-32-le", "utf_32_be": "utf-32-be",
              "unicode_escape": "unicode-escape", "raw_unicode_escape": "raw-unicode-escape"}


def _encoder(name, encoding):
    def encode(text, errors=None, /):
        if not isinstance(text, str):
            raise TypeError("%s() argument 1 must be str, not %s" % (encode.__name__, type(text).__name__))
        return text.encode(encoding, errors or "strict"), len(text)
    encode.__name__ = encode.__qualname__ = name + "_encode"
    return encode


def _decoder(name, encoding):
    def decode(data, errors=None, final=False, /):
        if isinstance(data, str):
            if not name.endswith("unicode_escape"):
                raise TypeError("a bytes-like object is required, not 'str'")
            data = data.encode()
        data = bytes(data)
        used = len(data) if final or not name.startswith("utf") else complete(encoding, data)
        return data[:used].decode(encoding, errors or "strict"), used
    decode.__name__ = decode.__qualname__ = name + "_decode"
    return decode


def function(name):
    """The function of a name such as utf_8_decode; None of another."""
    for suffix, make in ("_encode", _encoder), ("_decode", _decoder):
        encoding = _ENCODINGS.get(name.removesuffix(suffix))
        if encoding and name.endswith(suffix):
            return make(name.removesuffix(suffix), encoding)
    if name.startswith("utf_7_"):
        import _codecs_utf7
        return getattr(_codecs_utf7, name, None)
    return globals().get(name) if name in _OTHERS else None


def readbuffer_encode(data, errors=None, /):
    data = data.encode() if isinstance(data, str) else bytes(data)
    return data, len(data)


def escape_encode(data, errors=None, /):
    """The bytes as they are written between quotes."""
    if not isinstance(data, bytes):
        raise TypeError("escape_encode() argument 1 must be bytes, not %s" % type(data).__name__)
    special = {9: b"\\t", 10: b"\\n", 13: b"\\r", 39: b"\\'", 92: b"\\\\"}
    return b"".join(special.get(b) or (b"%c" % b if 32 <= b < 127 else b"\\x%02x" % b) for b in data), len(data)


_SIMPLE = {98: 8, 102: 12, 110: 10, 114: 13, 116: 9, 118: 11, 97: 7, 92: 92, 39: 39, 34: 34}


def escape_decode(data, errors=None, /):
    """The bytes that are written between quotes."""
    data = data.encode() if isinstance(data, str) else bytes(data)
    out, i = bytearray(), 0
    while i < len(data):
        start = data.find(b"\\", i)
        if start < 0:
            start = len(data)
        out += data[i:start]
        if start == len(data):
            break
        if start + 1 == len(data):
            raise ValueError("Trailing \\ in string")
        i = _escape(data, start + 1, out, errors)
    return bytes(out), len(data)


def _escape(data, i, out, errors):
    """What stands after a backslash; returns where it ends."""
    c = data[i]
    if c in _SIMPLE:
        out.append(_SIMPLE[c])
    elif 48 <= c <= 55:
        end = i + 1
        while end < i + 3 and data[end:end + 1] in (b"0", b"1", b"2", b"3", b"4", b"5", b"6", b"7"):
            end += 1
        out.append(int(data[i:end], 8) & 0xff)
        return end
    elif c == 120:
        digits = data[i + 1:i + 3]
        try:
            if len(digits) != 2 or not digits.isalnum():
                raise ValueError
            out.append(int(digits, 16))
            return i + 3
        except ValueError:
            return _bad_digits(i, digits, out, errors)
    elif c != 10:
        out += b"\\%c" % c
    return i + 1


def _bad_digits(i, digits, out, errors):
    if errors in (None, "strict"):
        raise ValueError("invalid \\x escape at position %d" % (i - 1)) from None
    if errors not in ("replace", "ignore"):
        raise ValueError("decoding error; unknown error handling code: " + errors) from None
    if errors == "replace":
        out += b"?"
    return i + 2 if digits[:1].isalnum() and digits[0] in b"0123456789abcdefABCDEF" else i + 1


def make_identity_dict(rng):
    """A dict of the integers to themselves."""
    return {i: i for i in rng}


def make_encoding_map(decoding_map):
    """The map back; what comes from several goes to None."""
    back = {}
    for key, value in decoding_map.items():
        back[value] = None if value in back else key
    return back


def charmap_build(map, /):
    """The map back of a text whose characters are those of the bytes."""
    return {ord(c): i for i, c in enumerate(map)}


def charmap_decode(data, errors=None, mapping=None, /):
    """The text of bytes by a map, or a text, of each byte's characters."""
    data = bytes(data)
    if mapping is None:
        return data.decode("latin-1"), len(data)
    out, i, size = [], 0, len(data)
    while i < len(data):
        c = _mapped(mapping, data[i], IndexError)
        if isinstance(c, int):
            if not 0 <= c <= 0x10ffff:
                raise TypeError("character mapping must be in range(0x110000)")
            c = chr(c)
        elif c is not None and not isinstance(c, str):
            raise TypeError("character mapping must return integer, None or str")
        if c is None or c == "\ufffe":
            error = UnicodeDecodeError("charmap", data, i, i + 1, "character maps to <undefined>")
            c, i = _handle(error, errors)
            data = error.object  # the handler may have changed it
        else:
            i += 1
        out.append(c)
    return "".join(out), size


def charmap_encode(text, errors=None, mapping=None, /):
    """The bytes of a text by a map of each character's bytes."""
    if mapping is None:
        return text.encode("latin-1", errors or "strict"), len(text)
    out, i = [], 0
    while i < len(text):
        b = _byte(mapping, ord(text[i]))
        if b is not None:
            out.append(b)
            i += 1
            continue
        end = i + 1
        while end < len(text) and _byte(mapping, ord(text[end])) is None:
            end += 1
        error = UnicodeEncodeError("charmap", text, i, end, "character maps to <undefined>")
        new, i = _handle(error, errors)
        out.extend([new] if isinstance(new, bytes) else [_must(mapping, ord(c), error) for c in new])
    return b"".join(out), len(text)


def _must(mapping, key, error):
    b = _byte(mapping, key)
    if b is None:
        raise error
    return b


def _byte(mapping, key):
    b = _mapped(mapping, key)
    if isinstance(b, int):
        if not 0 <= b < 256:
            raise TypeError("character mapping must be in range(256)")
        return b"%c" % b
    if b is not None and not isinstance(b, bytes):
        raise TypeError("character mapping must return integer, bytes or None, not " + type(b).__name__)
    return b


def _mapped(mapping, key, *more):
    try:
        return mapping[key]
    except (LookupError, *more):
        return None


def _handle(error, errors):
    """What takes the place of what can't be coded, and where to go on."""
    from codecs import lookup_error
    new, at = lookup_error(errors or "strict")(error)
    if at < 0:
        at += len(error.object)
    if not 0 <= at <= len(error.object):
        raise IndexError("position %d from error handler out of bounds" % at)
    return new, at


_OTHERS = {"readbuffer_encode", "escape_encode", "escape_decode", "make_identity_dict", "make_encoding_map", "charmap_build",
           "charmap_decode", "charmap_encode"}
