"""Memory that is mapped: a program's own, and copies of files, to which what is changed is written at once."""

import errno
import io
import os

__all__ = ["ACCESS_COPY", "ACCESS_DEFAULT", "ACCESS_READ", "ACCESS_WRITE", "ALLOCATIONGRANULARITY", "PAGESIZE", "error", "mmap"]

ACCESS_DEFAULT, ACCESS_READ, ACCESS_WRITE, ACCESS_COPY = range(4)
MAP_SHARED, MAP_PRIVATE, MAP_ANON, MAP_ANONYMOUS = 1, 2, 32, 32
PROT_READ, PROT_WRITE, PROT_EXEC = 1, 2, 4
MADV_NORMAL, MADV_RANDOM, MADV_SEQUENTIAL, MADV_WILLNEED, MADV_DONTNEED = range(5)
_ACCESSES = ("ACCESS_DEFAULT", "ACCESS_READ", "ACCESS_WRITE", "ACCESS_COPY")
PAGESIZE = ALLOCATIONGRANULARITY = 4096
error = OSError


def _access(flags, prot, access):
    """Whether the memory can be changed, and whether the file is changed with it."""
    if access not in range(4):
        raise ValueError("mmap invalid access parameter.")
    if access != ACCESS_DEFAULT:
        if flags != MAP_SHARED or prot != PROT_READ | PROT_WRITE:
            raise ValueError("mmap can't specify both access and flags, prot.")
        return access != ACCESS_READ, access == ACCESS_WRITE
    writes = bool(prot & PROT_WRITE)
    return writes, writes and not flags & MAP_PRIVATE


class mmap(bytearray):
    """Bytes of a fixed number that are a file's, too."""

    def __new__(cls, fileno, length, flags=MAP_SHARED, prot=PROT_READ | PROT_WRITE, access=ACCESS_DEFAULT, offset=0):
        return super().__new__(cls)

    def __init__(self, fileno, length, flags=MAP_SHARED, prot=PROT_READ | PROT_WRITE, access=ACCESS_DEFAULT, offset=0):
        if length < 0:
            raise OverflowError("memory mapped length must be positive")
        if offset < 0:
            raise OverflowError("memory mapped offset must be positive")
        self._writable, self._shared = _access(flags, prot, access)
        self._access, self._file, self._offset, self._at, self._closed = access, None, offset, 0, False
        if fileno == -1:
            if length == 0:
                raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
            super().__init__(length)
            return
        super().__init__(self._content(fileno, length))

    def _content(self, fileno, length):
        size = os.fstat(fileno).st_size
        if length == 0:
            if size == 0:
                raise ValueError("cannot mmap an empty file")
            if self._offset >= size:
                raise ValueError("mmap offset is greater than file size")
            length = size - self._offset
        elif self._offset > size or size - self._offset < length:
            raise ValueError("mmap length is greater than file size")
        if self._offset % ALLOCATIONGRANULARITY:
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        self._file = io.FileIO(fileno, "r+" if self._shared else "r", closefd=False)
        return self._at_file(self._offset, lambda: self._file.read(length))

    def _at_file(self, place, act):
        """Do something at a place of the file, where it stays as it was for others."""
        before = self._file.tell()
        self._file.seek(place)
        try:
            return act()
        finally:
            self._file.seek(before)

    def _check(self):
        if self._closed:
            raise ValueError("mmap closed or invalid")

    def _check_writable(self):
        self._check()
        if not self._writable:
            raise TypeError("mmap can't modify a readonly memory map.")

    def _changed(self, start, end):
        if self._shared and self._file is not None and start < end:
            data = super().__getitem__(slice(start, end))
            self._at_file(self._offset + start, lambda: self._file.write(data))

    @property
    def closed(self):
        return self._closed

    def close(self):
        """Give the memory back."""
        if not self._closed:
            self.flush()
            self._closed, self._file = True, None
            super().clear()

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc):
        self.close()

    def __len__(self):
        self._check()
        return super().__len__()

    def __getitem__(self, index):
        self._check()
        try:
            found = super().__getitem__(index)
        except IndexError:
            raise IndexError("mmap index out of range") from None
        except TypeError:
            raise TypeError("mmap indices must be integers") from None
        return bytes(found) if isinstance(index, slice) else found

    def __setitem__(self, index, value):
        self._check_writable()
        if isinstance(index, slice):
            places = range(*index.indices(len(self)))
            if len(places) != len(memoryview(value)):
                raise IndexError("mmap slice assignment is wrong size")
            super().__setitem__(index, value)
            self._changed(min(places, default=0), max(places, default=-1) + 1)
            return
        if not -len(self) <= index < len(self):
            raise IndexError("mmap index out of range")
        if not isinstance(value, int):
            raise TypeError("mmap item value must be an int")
        super().__setitem__(index, value)
        index %= len(self)
        self._changed(index, index + 1)

    def __delitem__(self, index):
        if isinstance(index, int) and not -len(self) <= index < len(self):
            raise IndexError("mmap index out of range")
        raise TypeError("mmap doesn't support item deletion" if isinstance(index, int) else "mmap object doesn't support slice deletion")

    def __iter__(self):
        for i in range(len(self)):
            yield self[i:i + 1]

    def __contains__(self, item):
        self._check()
        return isinstance(item, bytes) and len(item) == 1 and super().__contains__(item)

    def __repr__(self):
        if self._closed:
            return f"<{type(self).__module__}.{type(self).__qualname__} closed=True>"
        return (f"<{type(self).__module__}.{type(self).__qualname__} closed=False, access={_ACCESSES[self._access]}, length={len(self)}, "
                f"pos={self._at}, offset={self._offset}>")

    __str__ = __repr__
    __hash__ = object.__hash__

    def __eq__(self, other):
        return self is other if isinstance(other, mmap) else NotImplemented

    def read(self, n=None):
        """The bytes from the place on, n at most."""
        self._check()
        n = len(self) - self._at if n is None or n < 0 else n
        data = self[self._at:self._at + n]
        self._at += len(data)
        return data

    def read_byte(self):
        """The byte at the place, as a number."""
        self._check()
        if self._at >= len(self):
            raise ValueError("read byte out of range")
        self._at += 1
        return self[self._at - 1]

    def readline(self):
        """The bytes up to a line's end."""
        self._check()
        end = super().find(b"\n", self._at)
        return self.read(len(self) - self._at if end < 0 else end + 1 - self._at)

    def write(self, bytes):
        """Write at the place."""
        self._check_writable()
        n = len(memoryview(bytes))
        if self._at > len(self) or len(self) - self._at < n:
            raise ValueError("data out of range")
        self[self._at:self._at + n] = bytes
        self._at += n
        return n

    def write_byte(self, byte):
        """Write a byte, which is a number, at the place."""
        self._check_writable()
        if self._at >= len(self):
            raise ValueError("write byte out of range")
        self[self._at] = byte
        self._at += 1

    def seek(self, pos, whence=0):
        """Go to a place."""
        self._check()
        if whence not in (0, 1, 2):
            raise ValueError("unknown seek type")
        at = pos + (0, self._at, len(self))[whence]
        if not 0 <= at <= len(self):
            raise ValueError("seek out of range")
        self._at = at

    def tell(self):
        """The place."""
        self._check()
        return self._at

    def size(self):
        """The size of the file."""
        self._check()
        if self._file is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        return os.fstat(self._file.fileno()).st_size

    def find(self, sub, start=None, end=None):
        """Where bytes are first, from the place on; -1 is nowhere."""
        self._check()
        return super().find(sub, self._at if start is None else start, len(self) if end is None else end)

    def rfind(self, sub, start=None, end=None):
        """Where bytes are last, from the place on; -1 is nowhere."""
        self._check()
        return super().rfind(sub, self._at if start is None else start, len(self) if end is None else end)

    def move(self, dest, src, count):
        """Copy bytes from one place to another."""
        self._check_writable()
        if min(dest, src, count) < 0 or max(dest, src) + count > len(self):
            raise ValueError("source, destination, or count out of range")
        self[dest:dest + count] = self[src:src + count]

    def flush(self, offset=0, size=None):
        """Write to the file what views of the memory have changed."""
        self._check()
        size = len(self) - offset if size is None else size
        if offset < 0 or size < 0 or offset + size > len(self):
            raise ValueError("flush values out of range")
        if self._writable:
            self._changed(offset, offset + size)

    def resize(self, newsize):
        """Make the memory and its file greater or smaller."""
        self._check()
        if not self._writable or self._access == ACCESS_COPY:
            raise TypeError("mmap can't resize a readonly or copy-on-write memory map.")
        if newsize < 0 or newsize + self._offset < 0:
            raise ValueError("new size out of range")
        if self._file is not None:
            os.ftruncate(self._file.fileno(), self._offset + newsize)
        if newsize < len(self):
            super().__delitem__(slice(newsize, None))
        else:
            super().extend(bytes(newsize - len(self)))

    def madvise(self, option, start=0, length=None):
        """Nothing is to be advised."""
        self._check()


class _Absent:
    """What a bytearray has, and mapped memory hasn't."""

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        whose = "type object 'mmap.mmap'" if instance is None else "'mmap.mmap' object"
        raise AttributeError(f"{whose} has no attribute '{self.name}'")


def _hide():
    for name in dir(bytearray):
        if not name.startswith("_") and name not in vars(mmap):
            hidden = _Absent()
            hidden.name = name
            setattr(mmap, name, hidden)


_hide()
