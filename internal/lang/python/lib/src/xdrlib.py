"""Values as XDR (RFC 4506) has them: in multiples of four bytes, the greatest first."""

import struct
import warnings
from functools import wraps

warnings._deprecated(__name__, remove=(3, 13))

__all__ = ["Error", "Packer", "Unpacker", "ConversionError"]


class Error(Exception):
    """What can't be packed or unpacked; msg says why."""

    def __init__(self, msg):
        self.msg = msg

    def __repr__(self):
        return repr(self.msg)

    def __str__(self):
        return str(self.msg)


class ConversionError(Error):
    """A value that isn't of the kind that it is packed as."""


def _converted(pack):
    @wraps(pack)
    def convert(self, value):
        try:
            return pack(self, value)
        except struct.error as e:
            raise ConversionError(e.args[0]) from None
    return convert


def _padded(n):
    return n + 3 & ~3


class Packer:
    """Packs values one behind the other."""

    def __init__(self):
        self.reset()

    def reset(self):
        self._parts = []

    def get_buffer(self):
        return b"".join(self._parts)

    get_buf = get_buffer

    @_converted
    def pack_uint(self, x):
        self._parts.append(struct.pack(">L", x))

    @_converted
    def pack_int(self, x):
        self._parts.append(struct.pack(">l", x))

    pack_enum = pack_int

    def pack_bool(self, x):
        self._parts.append(b"\0\0\0\1" if x else b"\0\0\0\0")

    def pack_uhyper(self, x):
        try:
            self.pack_uint(x >> 32 & 0xffffffff)
        except (TypeError, struct.error) as e:
            raise ConversionError(e.args[0]) from None
        self.pack_uint(x & 0xffffffff)

    pack_hyper = pack_uhyper

    @_converted
    def pack_float(self, x):
        self._parts.append(struct.pack(">f", x))

    @_converted
    def pack_double(self, x):
        self._parts.append(struct.pack(">d", x))

    def pack_fstring(self, n, s):
        if n < 0:
            raise ValueError("fstring size must be nonnegative")
        data = s[:n]
        self._parts.append(data + b"\0" * (_padded(n) - len(data)))

    pack_fopaque = pack_fstring

    def pack_string(self, s):
        self.pack_uint(len(s))
        self.pack_fstring(len(s), s)

    pack_opaque = pack_bytes = pack_string

    def pack_list(self, list, pack_item):
        for item in list:
            self.pack_uint(1)
            pack_item(item)
        self.pack_uint(0)

    def pack_farray(self, n, list, pack_item):
        if len(list) != n:
            raise ValueError("wrong array size")
        for item in list:
            pack_item(item)

    def pack_array(self, list, pack_item):
        self.pack_uint(len(list))
        self.pack_farray(len(list), list, pack_item)


class Unpacker:
    """Unpacks values one behind the other; EOFError is that there are no more bytes."""

    def __init__(self, data):
        self.reset(data)

    def reset(self, data):
        self._data, self._at = data, 0

    def get_position(self):
        return self._at

    def set_position(self, position):
        self._at = position

    def get_buffer(self):
        return self._data

    def done(self):
        if self._at < len(self._data):
            raise Error("unextracted data remains")

    def _take(self, n):
        data = self._data[self._at:self._at + n]
        self._at += n
        if len(data) < n:
            raise EOFError
        return data

    def unpack_uint(self):
        return struct.unpack(">L", self._take(4))[0]

    def unpack_int(self):
        return struct.unpack(">l", self._take(4))[0]

    unpack_enum = unpack_int

    def unpack_bool(self):
        return bool(self.unpack_int())

    def unpack_uhyper(self):
        high = self.unpack_uint()
        return high << 32 | self.unpack_uint()

    def unpack_hyper(self):
        x = self.unpack_uhyper()
        return x - (1 << 64) if x >= 1 << 63 else x

    def unpack_float(self):
        return struct.unpack(">f", self._take(4))[0]

    def unpack_double(self):
        return struct.unpack(">d", self._take(8))[0]

    def unpack_fstring(self, n):
        if n < 0:
            raise ValueError("fstring size must be nonnegative")
        start = self._at
        if start + _padded(n) > len(self._data):
            raise EOFError
        self._at = start + _padded(n)
        return self._data[start:start + n]

    unpack_fopaque = unpack_fstring

    def unpack_string(self):
        return self.unpack_fstring(self.unpack_uint())

    unpack_opaque = unpack_bytes = unpack_string

    def unpack_list(self, unpack_item):
        items = []
        while (more := self.unpack_uint()) != 0:
            if more != 1:
                raise ConversionError("0 or 1 expected, got %r" % (more,))
            items.append(unpack_item())
        return items

    def unpack_farray(self, n, unpack_item):
        return [unpack_item() for _ in range(n)]

    def unpack_array(self, unpack_item):
        return self.unpack_farray(self.unpack_uint(), unpack_item)
