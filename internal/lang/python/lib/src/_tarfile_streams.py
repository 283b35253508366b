"""The data of members, and files that are gone through once."""

import io

from _tarfile_headers import (ReadError, StreamError)


class _Part(io.RawIOBase):
    """A part of a file: the data of a member."""

    def __init__(self, file, offset, size, name):
        self._file, self._offset, self._size, self._at = file, offset, size, 0
        self.name = name

    def readable(self):
        return True

    def seekable(self):
        return True

    def tell(self):
        return self._at

    def seek(self, offset, whence=0):
        self._at = max(0, min(self._size, offset + (0, self._at, self._size)[whence]))
        return self._at

    def readinto(self, buffer):
        n = min(len(buffer), self._size - self._at)
        if n <= 0:
            return 0
        self._file.seek(self._offset + self._at)
        data = self._file.read(n)
        if not data:
            raise ReadError("unexpected end of data")
        buffer[:len(data)] = data
        self._at += len(data)
        return len(data)


class ExFileObject(io.BufferedReader):
    """The data of a member, to be read."""

    __module__ = "tarfile"

    def __init__(self, tarfile, tarinfo):
        super().__init__(_Part(tarfile.fileobj, tarinfo.offset_data, tarinfo.size, tarinfo.name))


class Counted:
    """A file that is written or read once, without going back."""

    def __init__(self, file, write):
        self._file, self._at, self._write = file, 0, write

    def write(self, data):
        self._at += len(data)
        return self._file.write(data)

    def read(self, size=-1):
        data = self._file.read() if size < 0 else self._file.read(size)
        self._at += len(data)
        return data

    def tell(self):
        return self._at

    def seek(self, offset, whence=0):
        if self._write or offset < self._at:
            raise StreamError("seeking backwards is not allowed")
        while self._at < offset and self.read(min(1 << 16, offset - self._at)):
            pass
        return self._at

    def close(self):
        self._file.close()


def copy_data(source, target, size, error, bufsize):
    """Copy so many bytes."""
    bufsize = bufsize or 16 * 1024
    while size > 0:
        data = source.read(min(bufsize, size))
        if not data:
            raise error("unexpected end of data")
        target.write(data)
        size -= len(data)


def kind_of(file):
    """How a stream is compressed, and one with what was read of it to find out."""
    first = file.read(6)

    class Whole:
        def __init__(self):
            self._first = first

        def read(self, size=-1):
            if size < 0:
                data, self._first = self._first + file.read(), b""
                return data
            data, self._first = self._first[:size], self._first[size:]
            return data + file.read(size - len(data)) if len(data) < size else data

        def seekable(self):
            return False

        def close(self):
            file.close()

    kind = "gz" if first[:2] == b"\x1f\x8b" else "bz2" if first[:3] == b"BZh" else "xz" if first in (b"\xfd7zXZ\0",) else "tar"
    return Whole(), kind
