"""Files that gzip compresses."""

import zlib

__all__ = ["BadGzipFile", "GzipFile", "open", "compress", "decompress"]

READ, WRITE = 1, 2

_COMPRESS_LEVEL_FAST = 1
_COMPRESS_LEVEL_TRADEOFF = 6
_COMPRESS_LEVEL_BEST = 9


class BadGzipFile(OSError):
    """What is read isn't gzip's."""


def _head(level, mtime, name=b""):
    import time

    if mtime is None:
        mtime = time.time()
    extra = {_COMPRESS_LEVEL_BEST: b"\2", _COMPRESS_LEVEL_FAST: b"\4"}.get(level, b"\0")
    flags = b"\10" if name else b"\0"
    return b"\x1f\x8b\10" + flags + (int(mtime) & 0xFFFFFFFF).to_bytes(4, "little") + extra + b"\xff" + (name + b"\0" if name else b"")


def _tail(crc, size):
    return crc.to_bytes(4, "little") + (size & 0xFFFFFFFF).to_bytes(4, "little")


def compress(data, compresslevel=_COMPRESS_LEVEL_BEST, *, mtime=None):
    """Compressed data."""
    if mtime == 0:
        return zlib.compress(data, level=compresslevel, wbits=31)
    return (_head(compresslevel, mtime) + zlib.compress(data, level=compresslevel, wbits=-15)
            + _tail(zlib.crc32(data), len(data)))


def _members(data):
    """The data and the times of the files that data consists of."""
    parts, mtime = [], None
    while True:
        data = data.lstrip(b"\0") if parts else data
        if not data:
            return b"".join(parts), mtime
        if data[:2] != b"\x1f\x8b":
            raise BadGzipFile("Not a gzipped file (%r)" % bytes(data[:2]))
        if len(data) < 10:
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        if data[2] != 8:
            raise BadGzipFile("Unknown compression method")
        mtime = int.from_bytes(data[4:8], "little")
        reader = zlib.decompressobj(wbits=31)
        try:
            parts.append(reader.decompress(data))
        except zlib.error as e:
            _explain(data, e)
        if not reader.eof:
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        data = reader.unused_data


def _explain(data, error):
    if "check" not in str(error) or "header" in str(error):
        raise error
    at = 10
    if data[3] & 4:
        at += 2 + int.from_bytes(data[at:at + 2], "little")
    for flag in (8, 16):
        if data[3] & flag:
            at = data.index(0, at) + 1
    if data[3] & 2:
        at += 2
    reader = zlib.decompressobj(wbits=-15)
    crc = zlib.crc32(reader.decompress(data[at:]))
    stored = int.from_bytes(reader.unused_data[:4], "little")
    if crc != stored:
        raise BadGzipFile("CRC check failed") from None
    raise BadGzipFile("Incorrect length of data produced") from None


def decompress(data):
    """What compress compressed."""
    return _members(bytes(data))[0]


def open(filename, mode="rb", compresslevel=_COMPRESS_LEVEL_BEST, encoding=None, errors=None, newline=None):
    """Open a file that is compressed, as bytes or as text."""
    if "t" in mode:
        if "b" in mode:
            raise ValueError("Invalid mode: %r" % (mode,))
    else:
        for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if value is not None:
                raise ValueError("Argument '%s' not supported in binary mode" % name)
    plain = mode.replace("t", "")
    if isinstance(filename, (str, bytes)) or hasattr(filename, "__fspath__"):
        binary = GzipFile(filename, plain, compresslevel)
    elif hasattr(filename, "read") or hasattr(filename, "write"):
        binary = GzipFile(None, plain, compresslevel, filename)
    else:
        raise TypeError("filename must be a str or bytes object, or a file")
    if "t" in mode:
        import io

        return io.TextIOWrapper(binary, encoding, errors, newline)
    return binary


class GzipFile:
    """A file that is compressed."""

    myfileobj = None

    def __init__(self, filename=None, mode=None, compresslevel=_COMPRESS_LEVEL_BEST, fileobj=None, mtime=None):
        if mode and ("t" in mode or "U" in mode):
            raise ValueError("Invalid mode: {!r}".format(mode))
        if mode and "b" not in mode:
            mode += "b"
        if fileobj is None:
            import builtins

            fileobj = self.myfileobj = builtins.open(filename, mode or "rb")
        if filename is None:
            filename = getattr(fileobj, "name", "")
            if not isinstance(filename, (str, bytes)):
                filename = ""
        if mode is None:
            mode = getattr(fileobj, "mode", "rb")
        if not mode.startswith(("r", "w", "a", "x")):
            raise ValueError("Invalid mode: {!r}".format(mode))
        self.mode = READ if mode.startswith("r") else WRITE
        self.name = filename
        self.fileobj = fileobj
        self._mtime = mtime
        self._closed = False
        self._data = None
        self._at = 0
        if self.mode == WRITE:
            name = filename.encode("latin-1", "ignore") if isinstance(filename, str) else filename
            name = name.rpartition(b"/")[2]
            if name.endswith(b".gz"):
                name = name[:-3]
            fileobj.write(_head(compresslevel, mtime, name))
            self._compressor = zlib.compressobj(compresslevel, zlib.DEFLATED, -15, zlib.DEF_MEM_LEVEL, 0)
            self._crc = zlib.crc32(b"")
            self._size = 0

    @property
    def mtime(self):
        """The time that the file says that it was changed."""
        return self._mtime

    @property
    def closed(self):
        """Whether it was closed."""
        return self._closed

    def __repr__(self):
        return "<gzip " + repr(self.fileobj)[1:-1] + " " + hex(id(self)) + ">"

    def _check(self, mode=None):
        if self._closed:
            raise ValueError("I/O operation on closed file" if mode is None else "%s() on closed GzipFile object" % ("read" if mode == READ else "write"))
        if mode is not None and mode != self.mode:
            import errno

            raise OSError(errno.EBADF, "%s() on %s-only GzipFile object" % (("write", "read") if mode == WRITE else ("read", "write")))

    def write(self, data):
        """Compress more."""
        self._check(WRITE)
        if not isinstance(data, bytes):
            data = memoryview(data).tobytes()
        if data:
            self.fileobj.write(self._compressor.compress(data))
            self._crc = zlib.crc32(data, self._crc)
            self._size += len(data)
        return len(data)

    def writelines(self, lines):
        """Write each of the lines."""
        for line in lines:
            self.write(line)

    def _all(self):
        self._check(READ)
        if self._data is None:
            self._data, self._mtime = _members(self.fileobj.read())
        return self._data

    def read(self, size=-1):
        """So many bytes, or all that are left."""
        data = self._all()
        end = len(data) if size is None or size < 0 else min(self._at + size, len(data))
        part = data[self._at:end]
        self._at = max(self._at, end)
        return part

    read1 = read

    def readinto(self, b):
        """Fill a buffer as far as there are bytes."""
        part = self.read(len(b))
        b[:len(part)] = part
        return len(part)

    def peek(self, n):
        """The next bytes, which are read again."""
        return self._all()[self._at:self._at + n]

    def readline(self, size=-1):
        """The next line."""
        data = self._all()
        end = data.find(b"\n", self._at) + 1 or len(data)
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        return self.read(max(end - self._at, 0))

    def readlines(self, hint=-1):
        """All lines."""
        return list(self)

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def seek(self, offset, whence=0):
        """Go to a place."""
        if self.mode == WRITE:
            if whence == 1:
                offset += self._size
            elif whence:
                raise ValueError("Seek from end not supported")
            if offset < self._size:
                raise OSError("Negative seek in write mode")
            self.write(bytes(offset - self._size))
            return self._size
        data = self._all()
        self._at = max(0, offset + (0, self._at, len(data))[whence])
        return self._at

    def tell(self):
        """The place."""
        return self._at if self.mode == READ else self._size

    def rewind(self):
        """Go to the beginning."""
        self._at = 0

    def readable(self):
        """Whether it is read."""
        return self.mode == READ

    def writable(self):
        """Whether it is written."""
        return self.mode == WRITE

    def seekable(self):
        """True."""
        return True

    def fileno(self):
        """The file's number."""
        return self.fileobj.fileno()

    def isatty(self):
        """False."""
        return False

    def flush(self, zlib_mode=zlib.Z_SYNC_FLUSH):
        """Write what was compressed so far."""
        self._check()
        if self.mode == WRITE:
            self.fileobj.write(self._compressor.flush(zlib_mode))
            if hasattr(self.fileobj, "flush"):
                self.fileobj.flush()

    def close(self):
        """Write what is left; the file that it is in stays open if it was given."""
        if self._closed:
            return
        self._closed = True
        if self.mode == WRITE:
            self.fileobj.write(self._compressor.flush())
            self.fileobj.write(_tail(self._crc, self._size))
        if self.myfileobj is not None:
            self.myfileobj.close()
            self.myfileobj = None
        self.fileobj = None

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *args):
        self.close()
