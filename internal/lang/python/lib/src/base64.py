"""Data as text of few characters: base 16, 32, 64 and 85."""

import binascii

__all__ = ["encode", "decode", "encodebytes", "decodebytes", "b64encode", "b64decode", "b32encode", "b32decode", "b32hexencode",
           "b32hexdecode", "b16encode", "b16decode", "b85encode", "b85decode", "a85encode", "a85decode", "standard_b64encode",
           "standard_b64decode", "urlsafe_b64encode", "urlsafe_b64decode"]

MAXLINESIZE = 76
MAXBINSIZE = (MAXLINESIZE // 4) * 3

_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_B32HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"
_B85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
_TO_URL = bytes.maketrans(b"+/", b"-_")
_FROM_URL = bytes.maketrans(b"-_", b"+/")


def _bytes_from_decode_data(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters")
    if isinstance(s, (bytes, bytearray)):
        return s
    try:
        return memoryview(s).tobytes()
    except TypeError:
        raise TypeError("argument should be a bytes-like object or ASCII string, not %r" % s.__class__.__name__) from None


def b64encode(s, altchars=None):
    """Base 64; altchars take the places of + and /."""
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b"+/", altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    """What b64encode encoded."""
    s = _bytes_from_decode_data(s)
    if altchars is not None:
        altchars = _bytes_from_decode_data(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    """Base 64."""
    return b64encode(s)


def standard_b64decode(s):
    """What standard_b64encode encoded."""
    return b64decode(s)


def urlsafe_b64encode(s):
    """Base 64 with - and _ instead of + and /."""
    return b64encode(s).translate(_TO_URL)


def urlsafe_b64decode(s):
    """What urlsafe_b64encode encoded."""
    return b64decode(_bytes_from_decode_data(s).translate(_FROM_URL))


def _b32encode(alphabet, s):
    if not isinstance(s, (bytes, bytearray)):
        s = memoryview(s).tobytes()
    left = len(s) % 5
    if left:
        s = s + b"\0" * (5 - left)
    pairs = [bytes((a, b)) for a in alphabet for b in alphabet]
    encoded = bytearray()
    for i in range(0, len(s), 5):
        c = int.from_bytes(s[i:i + 5], "big")
        encoded += pairs[c >> 30] + pairs[c >> 20 & 1023] + pairs[c >> 10 & 1023] + pairs[c & 1023]
    pad = (0, 6, 4, 3, 1)[left]
    if pad:
        encoded[-pad:] = b"=" * pad
    return bytes(encoded)


def _b32decode(alphabet, s, casefold=False, map01=None):
    s = _bytes_from_decode_data(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        map01 = _bytes_from_decode_data(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b"01", b"O" + map01))
    if casefold:
        s = s.upper()
    full = len(s)
    s = s.rstrip(b"=")
    pad = full - len(s)
    values = {c: i for i, c in enumerate(alphabet)}
    decoded = bytearray()
    acc = 0
    for i in range(0, len(s), 8):
        part = s[i:i + 8]
        acc = 0
        try:
            for c in part:
                acc = (acc << 5) + values[c]
        except KeyError:
            raise binascii.Error("Non-base32 digit found") from None
        decoded += acc.to_bytes(5, "big")
    if full % 8 or pad not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    if pad and decoded:
        acc <<= 5 * pad
        decoded[-5:] = acc.to_bytes(5, "big")[:(43 - 5 * pad) // 8]
    return bytes(decoded)


def b32encode(s):
    """Base 32."""
    return _b32encode(_B32, s)


def b32decode(s, casefold=False, map01=None):
    """What b32encode encoded."""
    return _b32decode(_B32, s, casefold, map01)


def b32hexencode(s):
    """Base 32 whose digits are those of base 16, and more."""
    return _b32encode(_B32HEX, s)


def b32hexdecode(s, casefold=False):
    """What b32hexencode encoded."""
    return _b32decode(_B32HEX, s, casefold)


def b16encode(s):
    """Base 16, in capitals."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    """What b16encode encoded."""
    s = _bytes_from_decode_data(s)
    if casefold:
        s = s.upper()
    if s.translate(None, b"0123456789ABCDEF"):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


def _groups_of_85(b, digits, pad=False, z=False, y=False):
    if not isinstance(b, (bytes, bytearray)):
        b = memoryview(b).tobytes()
    padding = -len(b) % 4
    b = b + b"\0" * padding
    out = []
    for i in range(0, len(b), 4):
        word = int.from_bytes(b[i:i + 4], "big")
        if z and not word:
            out.append(b"z")
        elif y and word == 0x20202020:
            out.append(b"y")
        else:
            word, e = divmod(word, 85)
            word, d = divmod(word, 85)
            word, c = divmod(word, 85)
            a, second = divmod(word, 85)
            out.append(bytes((digits[a], digits[second], digits[c], digits[d], digits[e])))
    if padding and not pad:
        if out[-1] == b"z":
            out[-1] = bytes((digits[0],)) * 5
        out[-1] = out[-1][:-padding]
    return b"".join(out)


_A85 = bytes(range(33, 118))


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """Ascii85."""
    result = _groups_of_85(b, _A85, pad, True, foldspaces)
    if adobe:
        result = b"<~" + result
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [result[i:i + wrapcol] for i in range(0, len(result), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b"")
        result = b"\n".join(lines)
    if adobe:
        result += b"~>"
    return result


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    """What a85encode encoded."""
    b = _bytes_from_decode_data(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with {!r}".format(b"~>"))
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    decoded = bytearray()
    group = []
    for x in bytes(b) + b"u" * 4:
        if 33 <= x <= 117:
            group.append(x)
            if len(group) == 5:
                acc = 0
                for digit in group:
                    acc = 85 * acc + (digit - 33)
                if acc >= 1 << 32:
                    raise ValueError("Ascii85 overflow") from None
                decoded += acc.to_bytes(4, "big")
                group = []
        elif x == 122:
            if group:
                raise ValueError("z inside Ascii85 5-tuple")
            decoded += b"\0\0\0\0"
        elif foldspaces and x == 121:
            if group:
                raise ValueError("y inside Ascii85 5-tuple")
            decoded += b"    "
        elif x not in ignorechars:
            raise ValueError("Non-Ascii85 digit found: %c" % x)
    extra = 4 - len(group)
    return bytes(decoded[:-extra] if extra else decoded)


def b85encode(b, pad=False):
    """Base 85, as git has it."""
    return _groups_of_85(b, _B85, pad)


def b85decode(b):
    """What b85encode encoded."""
    b = _bytes_from_decode_data(b)
    values = {c: i for i, c in enumerate(_B85)}
    padding = -len(b) % 5
    b = bytes(b) + b"~" * padding
    decoded = bytearray()
    for i in range(0, len(b), 5):
        acc = 0
        for j, c in enumerate(b[i:i + 5]):
            value = values.get(c)
            if value is None:
                raise ValueError("bad base85 character at position %d" % (i + j)) from None
            acc = acc * 85 + value
        if acc >= 1 << 32:
            raise ValueError("base85 overflow in hunk starting at byte %d" % i) from None
        decoded += acc.to_bytes(4, "big")
    return bytes(decoded[:-padding] if padding else decoded)


def encode(input, output):
    """Encode a file into another, in lines."""
    while True:
        s = input.read(MAXBINSIZE)
        if not s:
            break
        while len(s) < MAXBINSIZE:
            more = input.read(MAXBINSIZE - len(s))
            if not more:
                break
            s += more
        output.write(binascii.b2a_base64(s))


def decode(input, output):
    """Decode a file's lines into another."""
    while True:
        line = input.readline()
        if not line:
            break
        output.write(binascii.a2b_base64(line))


def _input_type_check(s):
    try:
        m = memoryview(s)
    except TypeError as err:
        raise TypeError("expected bytes-like object, not %s" % s.__class__.__name__) from err
    if m.format not in ("c", "b", "B"):
        raise TypeError("expected single byte elements, not %r from %s" % (m.format, s.__class__.__name__))
    if m.ndim != 1:
        raise TypeError("expected 1-D data, not %d-D data from %s" % (m.ndim, s.__class__.__name__))


def encodebytes(s):
    """Base 64, in lines of 76 characters."""
    _input_type_check(s)
    return b"".join(binascii.b2a_base64(s[i:i + MAXBINSIZE]) for i in range(0, len(s), MAXBINSIZE))


def decodebytes(s):
    """What encodebytes encoded."""
    _input_type_check(s)
    return binascii.a2b_base64(s)
