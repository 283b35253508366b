"""Property lists, as XML; binary ones are read and written too."""

import datetime
import re
import struct
from binascii import a2b_base64, b2a_base64
from enum import Enum

__all__ = ["InvalidFileException", "FMT_XML", "FMT_BINARY", "load", "dump", "loads", "dumps", "UID"]

PlistFormat = Enum("PlistFormat", "FMT_XML FMT_BINARY", module=__name__)
FMT_XML, FMT_BINARY = PlistFormat.FMT_XML, PlistFormat.FMT_BINARY

PLISTHEADER = b"""\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
"""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_DATE = re.compile(r"(\d\d\d\d)(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d))?)?)?)?)?Z", re.ASCII)
_EPOCH = datetime.datetime(2001, 1, 1)
_DEEPEST = 400


class UID:
    """A number that binary lists have for another object."""

    def __init__(self, data):
        if not isinstance(data, int):
            raise TypeError("data must be an int")
        if data >= 1 << 64:
            raise ValueError("UIDs cannot be >= 2**64")
        if data < 0:
            raise ValueError("UIDs must be positive")
        self.data = data

    def __index__(self):
        return self.data

    def __repr__(self):
        return "%s(%s)" % (self.__class__.__name__, repr(self.data))

    def __reduce__(self):
        return self.__class__, (self.data,)

    def __eq__(self, other):
        return self.data == other.data if isinstance(other, UID) else NotImplemented

    def __hash__(self):
        return hash(self.data)


class InvalidFileException(ValueError):
    """What is no property list."""

    def __init__(self, message="Invalid file"):
        ValueError.__init__(self, message)


def _escape(text):
    if _CONTROL.search(text):
        raise ValueError("strings can't contain control characters; use bytes instead")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class _Writer:
    """Writes XML."""

    def __init__(self, sort_keys, skipkeys):
        self.out, self.level, self.sort_keys, self.skipkeys = [], 0, sort_keys, skipkeys

    def line(self, text):
        self.out.append("\t" * self.level + text if text else text)

    def element(self, name, text):
        self.line("<%s>%s</%s>" % (name, text, name))

    def value(self, x):
        if isinstance(x, str):
            self.element("string", _escape(x))
        elif x is True:
            self.line("<true/>")
        elif x is False:
            self.line("<false/>")
        elif isinstance(x, int):
            if not -1 << 63 <= x < 1 << 64:
                raise OverflowError(x)
            self.element("integer", "%d" % x)
        elif isinstance(x, float):
            self.element("real", repr(x))
        elif isinstance(x, dict):
            self.dict(x)
        elif isinstance(x, (bytes, bytearray)):
            self.data(x)
        elif isinstance(x, datetime.datetime):
            self.element("date", "%04d-%02d-%02dT%02d:%02d:%02dZ" % x.timetuple()[:6])
        elif isinstance(x, (tuple, list)):
            self.group("array", x)
        else:
            raise TypeError("unsupported type: %s" % type(x))

    def group(self, name, items):
        if not items:
            self.line("<%s/>" % name)
            return
        self.line("<%s>" % name)
        self.level += 1
        for item in items:
            self.value(item)
        self.level -= 1
        self.line("</%s>" % name)

    def dict(self, d):
        if not d:
            self.line("<dict/>")
            return
        self.line("<dict>")
        self.level += 1
        for key, value in sorted(d.items()) if self.sort_keys else d.items():
            if not isinstance(key, str):
                if self.skipkeys:
                    continue
                raise TypeError("keys must be strings")
            self.element("key", _escape(key))
            self.value(value)
        self.level -= 1
        self.line("</dict>")

    def data(self, data):
        self.line("<data>")
        width = max(16, 76 - len("        " * self.level)) // 4 * 3
        for at in range(0, len(data), width):
            self.line(b2a_base64(data[at:at + width], newline=False).decode())
        self.line("</data>")


def _xml(value, sort_keys, skipkeys):
    writer = _Writer(sort_keys, skipkeys)
    writer.line('<plist version="1.0">')
    writer.value(value)
    writer.line("</plist>")
    return PLISTHEADER + ("\n".join(writer.out) + "\n").encode("utf-8")


def _of_xml(data, dict_type):
    import xml.etree.ElementTree as ET
    if b"<!ENTITY" in data:
        raise InvalidFileException("XML entity declarations are not supported in plist files")
    root = ET.fromstring(data)
    if root.tag != "plist" or not len(root):
        return None
    return _of_element(root[0], dict_type, 0)


def _of_element(e, dict_type, depth):
    if depth > _DEEPEST:
        raise RecursionError("maximum recursion depth exceeded")
    text = e.text or ""
    if e.tag == "dict":
        out = dict_type()
        for i in range(0, len(e), 2):
            if e[i].tag != "key" or i + 1 >= len(e) or e[i + 1].tag == "key":
                raise ValueError("missing value for key %r at line 0" % (e[i].text or ""))
            out[e[i].text or ""] = _of_element(e[i + 1], dict_type, depth + 1)
        return out
    if e.tag == "array":
        return [_of_element(x, dict_type, depth + 1) for x in e]
    if e.tag == "string":
        return text
    if e.tag in ("true", "false"):
        return e.tag == "true"
    if e.tag == "integer":
        return int(text, 16) if text.startswith(("0x", "0X")) else int(text)
    if e.tag == "real":
        return float(text)
    if e.tag == "data":
        return a2b_base64(text.encode("utf-8"))
    if e.tag == "date":
        match = _DATE.fullmatch(text.strip())
        return datetime.datetime(*(int(x) for x in match.groups() if x is not None))
    raise InvalidFileException("unknown element " + e.tag)


class _BinaryReader:
    """Reads binary lists."""

    def __init__(self, data, dict_type):
        self.data, self.dict_type = data, dict_type

    def read(self):
        try:
            size, ref, count, top, table = struct.unpack(">6xBBQQQ", self.data[-32:])
            self.ref = ref
            self.offsets = [int.from_bytes(self.data[table + i * size:table + (i + 1) * size], "big") for i in range(self._sane(count))]
            self.objects = [None] * count
            return self._object(top, 0)
        except (OSError, IndexError, struct.error, OverflowError, ValueError):
            raise InvalidFileException() from None

    def _sane(self, n):
        if n > len(self.data):
            raise ValueError
        return n

    def _count(self, low, at):
        if low < 15:
            return low, at
        width = 1 << (self.data[at] & 3)
        return self._sane(int.from_bytes(self.data[at + 1:at + 1 + width], "big")), at + 1 + width

    def _bytes(self, at, n):
        data = self.data[at:at + n]
        if len(data) != n:
            raise ValueError
        return data

    def _object(self, ref, depth):
        if depth > _DEEPEST:
            raise ValueError
        if self.objects[ref] is not None:
            return self.objects[ref]
        at = self.offsets[ref]
        token = self.data[at]
        high, low = token & 0xF0, token & 15
        at += 1
        if token in (0, 8, 9):
            return {0: None, 8: False, 9: True}[token]
        if high == 0x10:
            out = int.from_bytes(self._bytes(at, 1 << low), "big", signed=low >= 3)
        elif token in (0x22, 0x23):
            out = struct.unpack(">f" if token == 0x22 else ">d", self._bytes(at, 4 if token == 0x22 else 8))[0]
        elif token == 0x33:
            out = _EPOCH + datetime.timedelta(seconds=struct.unpack(">d", self._bytes(at, 8))[0])
        elif high in (0x40, 0x50, 0x60):
            n, at = self._count(low, at)
            data = self._bytes(at, n * 2 if high == 0x60 else n)
            out = data if high == 0x40 else data.decode("ascii" if high == 0x50 else "utf-16be")
        elif high == 0x80:
            out = UID(int.from_bytes(self._bytes(at, 1 + low), "big"))
        elif high == 0xA0:
            n, at = self._count(low, at)
            out = self.objects[ref] = []
            out += (self._object(r, depth + 1) for r in self._refs(at, n))
        elif high == 0xD0:
            n, at = self._count(low, at)
            keys, values = self._refs(at, n), self._refs(at + n * self.ref, n)
            out = self.objects[ref] = self.dict_type()
            try:
                for k, v in zip(keys, values):
                    out[self._object(k, depth + 1)] = self._object(v, depth + 1)
            except TypeError:
                raise ValueError from None
        else:
            raise ValueError
        self.objects[ref] = out
        return out

    def _refs(self, at, n):
        data = self._bytes(at, n * self.ref)
        return [int.from_bytes(data[i * self.ref:(i + 1) * self.ref], "big") for i in range(n)]


class _BinaryWriter:
    """Writes binary lists."""

    def __init__(self, sort_keys, skipkeys):
        self.sort_keys, self.skipkeys = sort_keys, skipkeys
        self.list, self.places = [], {}

    def _key(self, x):
        return (type(x), x) if isinstance(x, (str, int, float, datetime.datetime, bytes)) else id(x)

    def _flatten(self, x):
        key = self._key(x)
        if key in self.places:
            return
        self.places[key] = len(self.list)
        self.list.append(x)
        if isinstance(x, dict):
            items = sorted(x.items()) if self.sort_keys else x.items()
            if self.skipkeys:
                items = [(k, v) for k, v in items if isinstance(k, str)]
            for k, _ in items:
                if not isinstance(k, str):
                    raise TypeError("keys must be strings")
            for k, _ in items:
                self._flatten(k)
            for _, v in items:
                self._flatten(v)
        elif isinstance(x, (list, tuple)):
            for item in x:
                self._flatten(item)

    def write(self, value):
        self._flatten(value)
        count = len(self.list)
        self.width = 1 if count < 256 else 2 if count < 65536 else 4
        out, offsets = bytearray(b"bplist00"), []
        for x in self.list:
            offsets.append(len(out))
            self._one(x, out)
        table = len(out)
        size = next(n for n in (1, 2, 4, 8) if table < 1 << 8 * n)
        for offset in offsets:
            out += offset.to_bytes(size, "big")
        out += struct.pack(">5xBBBQQQ", 0, size, self.width, count, self.places[self._key(value)], table)
        return bytes(out)

    def _head(self, kind, n, out):
        if n < 15:
            out.append(kind | n)
        else:
            bits = next(i for i in range(4) if n < 1 << (8 << i))
            out += bytes([kind | 15, 0x10 | bits]) + n.to_bytes(1 << bits, "big")

    def _one(self, x, out):
        if x is None or x is False or x is True:
            out.append({None: 0, False: 8, True: 9}[x])
        elif isinstance(x, int):
            if x < 0:
                out += b"\x13" + x.to_bytes(8, "big", signed=True)
            elif x < 1 << 63:
                bits = next(i for i in range(4) if x < 1 << (8 << i))
                out += bytes([0x10 | bits]) + x.to_bytes(1 << bits, "big")
            elif x < 1 << 64:
                out += b"\x14" + x.to_bytes(16, "big", signed=True)
            else:
                raise OverflowError(x)
        elif isinstance(x, float):
            out += struct.pack(">Bd", 0x23, x)
        elif isinstance(x, datetime.datetime):
            out += struct.pack(">Bd", 0x33, (x - _EPOCH).total_seconds())
        elif isinstance(x, (bytes, bytearray)):
            self._head(0x40, len(x), out)
            out += x
        elif isinstance(x, str):
            data = x.encode("ascii" if x.isascii() else "utf-16be")
            self._head(0x50 if x.isascii() else 0x60, len(data) // (1 if x.isascii() else 2), out)
            out += data
        elif isinstance(x, UID):
            n = next(n for n in (1, 2, 4, 8) if x.data < 1 << 8 * n)
            out += bytes([0x80 | n - 1]) + x.data.to_bytes(n, "big")
        elif isinstance(x, (list, tuple)):
            self._head(0xA0, len(x), out)
            self._refs(x, out)
        elif isinstance(x, dict):
            items = sorted(x.items()) if self.sort_keys else x.items()
            keys, values = [k for k, _ in items if isinstance(k, str)], [v for k, v in items if isinstance(k, str)]
            self._head(0xD0, len(keys), out)
            self._refs(keys, out)
            self._refs(values, out)
        else:
            raise TypeError(x)

    def _refs(self, items, out):
        for item in items:
            out += self.places[self._key(item)].to_bytes(self.width, "big")


def loads(value, *, fmt=None, dict_type=dict):
    """The list of bytes."""
    data = bytes(value)
    if fmt is None:
        if data[:8] == b"bplist00":
            fmt = FMT_BINARY
        elif data.lstrip(b"\xef\xbb\xbf\xff\xfe\x00").startswith((b"<?xml", b"<plist")) or data[:3] == b"\xef\xbb\xbf":
            fmt = FMT_XML
        else:
            raise InvalidFileException()
    return _of_xml(data, dict_type) if fmt == FMT_XML else _BinaryReader(data, dict_type).read()


def load(fp, *, fmt=None, dict_type=dict):
    """The list of a file."""
    return loads(fp.read(), fmt=fmt, dict_type=dict_type)


def dumps(value, *, fmt=FMT_XML, skipkeys=False, sort_keys=True):
    """A list as bytes."""
    if fmt == FMT_XML:
        return _xml(value, sort_keys, skipkeys)
    if fmt == FMT_BINARY:
        return _BinaryWriter(sort_keys, skipkeys).write(value)
    raise ValueError("Unsupported format: %r" % (fmt,))


def dump(value, fp, *, fmt=FMT_XML, sort_keys=True, skipkeys=False):
    """Write a list to a file."""
    fp.write(dumps(value, fmt=fmt, skipkeys=skipkeys, sort_keys=sort_keys))
