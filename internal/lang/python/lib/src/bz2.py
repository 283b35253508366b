"""Files that bzip2 compressed; they are read, and not written."""

import io

import _bz2

__all__ = ["BZ2File", "BZ2Compressor", "BZ2Decompressor", "open", "compress", "decompress"]

BZ2Decompressor = _bz2.decompressor


def _refuse():
    raise NotImplementedError("bz2 decompresses here, and doesn't compress")


def compress(data, compresslevel=9):
    """Refused."""
    _refuse()


class BZ2Compressor:
    """Refused."""

    def __init__(self, compresslevel=9, /):
        _refuse()


def decompress(data):
    """What was compressed."""
    parts = []
    while data:
        reader = BZ2Decompressor()
        try:
            out = reader.decompress(data)
        except OSError:
            if parts:
                break  # what follows is no stream
            raise
        if not reader.eof:
            raise ValueError("Compressed data ended before the end-of-stream marker was reached")
        parts.append(out)
        data = reader.unused_data
    return b"".join(parts)


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    """Open a file that is compressed, as bytes or as text."""
    if "t" in mode:
        if "b" in mode:
            raise ValueError("Invalid mode: %r" % (mode,))
    else:
        for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if value is not None:
                raise ValueError("Argument '%s' not supported in binary mode" % name)
    binary = BZ2File(filename, mode.replace("t", ""), compresslevel=compresslevel)
    return io.TextIOWrapper(binary, encoding, errors, newline) if "t" in mode else binary


class BZ2File(io.BufferedIOBase):
    """A file that is compressed."""

    def __init__(self, filename, mode="r", *, compresslevel=9):
        if not 1 <= compresslevel <= 9:
            raise ValueError("compresslevel must be between 1 and 9")
        if mode in ("w", "wb", "x", "xb", "a", "ab"):
            _refuse()
        if mode not in ("", "r", "rb"):
            raise ValueError("Invalid mode: %r" % (mode,))
        self._owned = not hasattr(filename, "read")
        if self._owned and not isinstance(filename, (str, bytes)) and not hasattr(filename, "__fspath__"):
            raise TypeError("filename must be a str, bytes, file or PathLike object")
        import builtins

        self._file = builtins.open(filename, "rb") if self._owned else filename
        self._inner = None

    def _data(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")
        if self._inner is None:
            try:
                self._inner = io.BytesIO(decompress(self._file.read()))
            except ValueError:
                raise EOFError("Compressed file ended before the end-of-stream marker was reached") from None
        return self._inner

    def read(self, size=-1):
        """So many bytes, or all that are left."""
        return self._data().read(size)

    def read1(self, size=-1):
        """What can be had at once."""
        return self._data().read(io.DEFAULT_BUFFER_SIZE if size < 0 else size)

    def readinto(self, b):
        """Fill a buffer as far as there are bytes."""
        return self._data().readinto(b)

    def peek(self, n=0):
        """Bytes that are read again."""
        data = self._data()
        at = data.tell()
        out = data.read(io.DEFAULT_BUFFER_SIZE)
        data.seek(at)
        return out

    def readline(self, size=-1):
        """The next line."""
        return self._data().readline(size)

    def seek(self, offset, whence=0):
        """Go to a place."""
        data = self._data()
        return data.seek(max(0, offset + (0, data.tell(), len(data.getbuffer()))[whence]))

    def tell(self):
        """The place."""
        return self._data().tell()

    def readable(self):
        """True."""
        return True

    def seekable(self):
        """True."""
        return True

    def writable(self):
        """False."""
        return False

    def fileno(self):
        """The file's number."""
        return self._file.fileno()

    def close(self):
        """No more is read."""
        if not self.closed:
            self._inner = None
            if self._owned:
                self._file.close()
        super().close()
