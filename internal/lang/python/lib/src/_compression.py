"""Files of which a decompressor reads, or that a compressor writes."""

import io

_PART = io.DEFAULT_BUFFER_SIZE
_READ, _WRITE = 1, 3


class _Decompressed(io.RawIOBase):
    """What the streams of a file hold, one after the other."""

    def __init__(self, file, make, trailing):
        self._file, self._make, self._trailing = file, make, trailing
        self._stream = make()
        self._at, self._size, self._over = 0, -1, False

    def readable(self):
        return True

    def seekable(self):
        return self._file.seekable()

    def readinto(self, buffer):
        with memoryview(buffer) as view, view.cast("B") as bytes_view:
            data = self.read(len(bytes_view))
            bytes_view[:len(data)] = data
        return len(data)

    def readall(self):
        parts = []
        while data := self.read(1 << 20):
            parts.append(data)
        return b"".join(parts)

    def read(self, size=-1):
        if size < 0:
            return self.readall()
        if not size or self._over:
            return b""
        data = b""
        while not data:
            if self._stream.eof:
                part = self._stream.unused_data or self._file.read(_PART)
                if not part:
                    break
                self._stream = self._make()
                try:
                    data = self._stream.decompress(part, size)
                except self._trailing:
                    break  # what follows is no stream
                continue
            part = b""
            if self._stream.needs_input:
                part = self._file.read(_PART)
                if not part:
                    raise EOFError("Compressed file ended before the end-of-stream marker was reached")
            data = self._stream.decompress(part, size)
        if not data:
            self._over, self._size = True, self._at
        self._at += len(data)
        return data

    def tell(self):
        return self._at

    def seek(self, offset, whence=io.SEEK_SET):
        if whence == io.SEEK_CUR:
            offset += self._at
        elif whence == io.SEEK_END:
            if self._size < 0:
                while self.read(_PART):
                    pass
            offset += self._size
        elif whence != io.SEEK_SET:
            raise ValueError("Invalid value for whence: {}".format(whence))
        if offset < self._at:
            self._file.seek(0)
            self._at, self._over, self._stream = 0, False, self._make()
        while self._at < offset and self.read(min(_PART, offset - self._at)):
            pass
        return self._at


class CompressedFile(io.BufferedIOBase):
    """A file that is compressed; classes of it have the streams."""

    def _open(self, filename, mode, decompressor, compressor, trailing):
        self._file, self._owned, self._mode = None, False, None
        if mode in ("", "r", "rb"):
            code = _READ
        elif mode in ("w", "wb", "a", "ab", "x", "xb"):
            code = _WRITE
            self._compressor = compressor()
            self._at = 0
        else:
            raise ValueError(self._bad_mode % (mode,))
        if isinstance(filename, (str, bytes)) or hasattr(filename, "__fspath__"):
            import builtins

            self._file = builtins.open(filename, (mode or "r").replace("b", "") + "b")
            self._owned = True
        elif hasattr(filename, "read") or hasattr(filename, "write"):
            self._file = filename
        else:
            raise TypeError("filename must be a str, bytes, file or PathLike object")
        self._mode = code
        if code == _READ:
            self._buffer = io.BufferedReader(_Decompressed(self._file, decompressor, trailing))

    def close(self):
        """Write what is left. No more is read or written."""
        if self._file is None:
            return
        file, self._file = self._file, None
        try:
            if self._mode == _READ:
                self._buffer.close()
            elif self._mode == _WRITE:
                file.write(self._compressor.flush())
        finally:
            self._compressor = self._buffer = None
            if self._owned:
                file.close()

    @property
    def closed(self):
        """True if this file is closed."""
        return self._file is None

    def fileno(self):
        """The number of the file that is compressed."""
        self._check()
        return self._file.fileno()

    def seekable(self):
        """True where it is read and the file can be gone about in."""
        return self.readable() and self._buffer.seekable()

    def readable(self):
        """True where it is read."""
        self._check()
        return self._mode == _READ

    def writable(self):
        """True where it is written."""
        self._check()
        return self._mode == _WRITE

    def _check(self):
        if self._file is None:
            raise ValueError("I/O operation on closed file")

    def _reader(self):
        if not self.readable():
            raise io.UnsupportedOperation("File not open for reading")
        return self._buffer

    def peek(self, size=-1):
        """Bytes that are read again."""
        return self._reader().peek(size)

    def read(self, size=-1):
        """So many bytes, or all that are left."""
        return self._reader().read(-1 if size is None else size)

    def read1(self, size=-1):
        """What can be had at once."""
        return self._reader().read1(_PART if size < 0 else size)

    def readinto(self, b):
        """Fill a buffer as far as there are bytes."""
        return self._reader().readinto(b)

    def readline(self, size=-1):
        """The next line."""
        return self._reader().readline(size)

    def readlines(self, size=-1):
        """The lines that are left."""
        return self._reader().readlines(size)

    def write(self, data):
        """Compress bytes; the result is how many."""
        if not self.writable():
            raise io.UnsupportedOperation("File not open for writing")
        size = memoryview(data).nbytes
        self._file.write(self._compressor.compress(data))
        self._at += size
        return size

    def seek(self, offset, whence=io.SEEK_SET):
        """Go to a place; back is from the start."""
        reader = self._reader()
        if not reader.seekable():
            raise io.UnsupportedOperation("The underlying file object does not support seeking")
        return reader.seek(offset, whence)

    def tell(self):
        """The place."""
        self._check()
        return self._buffer.tell() if self._mode == _READ else self._at


def open_text(binary, mode, encoding, errors, newline):
    """The file itself, or as a text."""
    return io.TextIOWrapper(binary, encoding, errors, newline) if "t" in mode else binary


def check_mode(mode, encoding, errors, newline):
    """Refuse what only texts have."""
    if "t" in mode:
        if "b" in mode:
            raise ValueError("Invalid mode: %r" % (mode,))
        return
    for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
        if value is not None:
            raise ValueError("Argument '%s' not supported in binary mode" % name)
