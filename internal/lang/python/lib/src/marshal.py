"""Values as bytes, as CPython keeps them in its files; code objects are refused."""

import struct as _struct

version = 4

_DEEPEST = 500


def dumps(value, version=4, /):
    """A value as bytes."""
    out = bytearray()
    _dump(value, out, 0)
    return bytes(out)


def _size(kind, n, out):
    if n > 0x7FFFFFFF:
        raise ValueError("unmarshallable object")
    out += kind + n.to_bytes(4, "little")


def _dump(x, out, depth):
    if depth > _DEEPEST:
        raise ValueError("object too deeply nested to marshal")
    kind = type(x)
    if x is None or x is ... or x is StopIteration or kind is bool:
        out += {None: b"N", ...: b".", StopIteration: b"S", True: b"T", False: b"F"}[x]
    elif kind is int:
        _int(x, out)
    elif kind is float:
        out += b"g" + _struct.pack("<d", x)
    elif kind is complex:
        out += b"y" + _struct.pack("<dd", x.real, x.imag)
    elif kind is str:
        _text(x, out)
    elif kind in (bytes, bytearray, memoryview):
        data = bytes(x)
        _size(b"s", len(data), out)
        out += data
    elif kind is tuple and len(x) < 256:
        out += b")" + bytes([len(x)])
        _all(x, out, depth)
    elif kind in (tuple, list):
        _size(b"(" if kind is tuple else b"[", len(x), out)
        _all(x, out, depth)
    elif kind in (set, frozenset):
        _size(b"<" if kind is set else b">", len(x), out)
        _all(sorted(x, key=dumps), out, depth)
    elif kind is dict:
        out += b"{"
        for key, value in x.items():
            _dump(key, out, depth + 1)
            _dump(value, out, depth + 1)
        out += b"0"
    else:
        raise ValueError("unmarshallable object")


def _all(items, out, depth):
    for item in items:
        _dump(item, out, depth + 1)


def _int(x, out):
    if -2**31 <= x < 2**31:
        out += b"i" + x.to_bytes(4, "little", signed=True)
        return
    n = abs(x)
    digits = -(-n.bit_length() // 15)
    bits = n.to_bytes(-(-digits * 15 // 8) + 1, "little")
    out += b"l" + (-digits if x < 0 else digits).to_bytes(4, "little", signed=True)
    for i in range(digits):
        at = i * 15
        part = int.from_bytes(bits[at // 8:at // 8 + 4], "little") >> at % 8 & 0x7FFF
        out += part.to_bytes(2, "little")


def _text(x, out):
    if x.isascii():
        if len(x) < 256:
            out += b"z" + bytes([len(x)])
        else:
            _size(b"a", len(x), out)
        out += x.encode()
        return
    data = x.encode("utf-8", "surrogatepass")
    _size(b"u", len(data), out)
    out += data


def dump(value, file, version=4, /):
    """Write a value to a file."""
    file.write(dumps(value, version))


class _Reader:
    """Reads values of bytes."""

    def __init__(self, data):
        self.data, self.at, self.refs = data, 0, []

    def take(self, n):
        if n < 0:
            raise ValueError("bad marshal data (bytes object size out of range)")
        data = self.data[self.at:self.at + n]
        if len(data) < n:
            raise EOFError("marshal data too short")
        self.at += n
        return data

    def long(self):
        return int.from_bytes(self.take(4), "little", signed=True)

    def value(self, depth=0):
        if depth > _DEEPEST:
            raise ValueError("bad marshal data (object too deeply nested)")
        if self.at >= len(self.data):
            raise EOFError("EOF read where object expected")
        code = self.take(1)[0]
        kind, keep = chr(code & 0x7F), code & 0x80
        if kind == "r":
            n = self.long()
            if not 0 <= n < len(self.refs):
                raise ValueError("bad marshal data (invalid reference)")
            return self.refs[n]
        place = len(self.refs)
        if keep:
            self.refs.append(None)
        x = self.read(kind, depth, place if keep else None)
        if keep:
            self.refs[place] = x
        return x

    def read(self, kind, depth, place):
        if kind in _CONSTANTS:
            return _CONSTANTS[kind]
        if kind == "i":
            return self.long()
        if kind == "l":
            return self.digits()
        if kind == "g":
            return _struct.unpack("<d", self.take(8))[0]
        if kind == "y":
            return complex(*_struct.unpack("<dd", self.take(16)))
        if kind == "s":
            return self.take(self.long())
        if kind in "zZ":
            return self.take(self.take(1)[0]).decode("latin-1")
        if kind in "aA":
            return self.take(self.long()).decode("latin-1")
        if kind in "ut":
            return self.take(self.long()).decode("utf-8", "surrogatepass")
        if kind == ")":
            return tuple(self.items(self.take(1)[0], depth))
        if kind in "([<>":
            n = self.long()
            if not 0 <= n <= len(self.data) - self.at:
                raise ValueError("bad marshal data (%s size out of range)" % {"(": "tuple", "[": "list"}.get(kind, "set"))
            return {"(": tuple, "[": list, "<": set, ">": frozenset}[kind](self.items(n, depth))
        if kind == "{":
            return self.pairs(depth)
        raise ValueError("bad marshal data (unknown type code)")

    def digits(self):
        n = self.long()
        parts = self.take(abs(n) * 2)
        x = 0
        for i in range(len(parts) - 2, -1, -2):
            digit = int.from_bytes(parts[i:i + 2], "little")
            if digit > 0x7FFF:
                raise ValueError("bad marshal data (digit out of range in long)")
            x = x << 15 | digit
        return -x if n < 0 else x

    def items(self, n, depth):
        out = []
        for _ in range(n):
            item = self.value(depth + 1)
            if item is _NULL:
                raise TypeError("NULL object in marshal data for object")
            out.append(item)
        return out

    def pairs(self, depth):
        out = {}
        while (key := self.value(depth + 1)) is not _NULL:
            value = self.value(depth + 1)
            if value is not _NULL:
                out[key] = value
        return out


_NULL = object()
_CONSTANTS = {"N": None, "T": True, "F": False, ".": ..., "S": StopIteration, "0": _NULL}


def _load(data):
    reader = _Reader(data)
    x = reader.value()
    if x is _NULL:
        raise TypeError("NULL object in marshal data for object")
    return x, reader.at


def loads(bytes, /):
    """The value of bytes; what follows it is ignored."""
    if isinstance(bytes, str) or not hasattr(bytes, "__len__"):
        raise TypeError("a bytes-like object is required, not '%s'" % type(bytes).__name__)
    return _load(memoryview(bytes).tobytes())[0]


def load(file, /):
    """The next value of a file."""
    if file.seekable():
        at = file.tell()
        x, used = _load(file.read())
        file.seek(at + used)
        return x
    return _load(file.read())[0]
