"""Memory that is mapped: a program's own, and copies of files, to which what is changed is written at once."""

import errno
import os

from _mmap_parts import (
    ACCESS_COPY, ACCESS_DEFAULT, ACCESS_READ, ACCESS_WRITE, MADV_DONTNEED, MADV_NORMAL, MADV_RANDOM, MADV_SEQUENTIAL, MADV_WILLNEED, MAP_ANON,
    MAP_ANONYMOUS, MAP_PRIVATE, MAP_SHARED, PROT_EXEC, PROT_READ, PROT_WRITE, differing, hide_others, kinds_of_access,
)
from posix import _freeze, _twin

__all__ = ["ACCESS_COPY", "ACCESS_DEFAULT", "ACCESS_READ", "ACCESS_WRITE", "ALLOCATIONGRANULARITY", "PAGESIZE", "error", "mmap"]

_ACCESSES = ("ACCESS_DEFAULT", "ACCESS_READ", "ACCESS_WRITE", "ACCESS_COPY")
PAGESIZE = ALLOCATIONGRANULARITY = 4096
error = OSError


class mmap(bytearray):
    """Bytes of a fixed number that are a file's, too."""

    def __new__(cls, fileno, length, flags=MAP_SHARED, prot=PROT_READ | PROT_WRITE, access=ACCESS_DEFAULT, offset=0):
        return super().__new__(cls)

    def __init__(self, fileno, length, flags=MAP_SHARED, prot=PROT_READ | PROT_WRITE, access=ACCESS_DEFAULT, offset=0):
        if length < 0:
            raise OverflowError("memory mapped length must be positive")
        if offset < 0:
            raise OverflowError("memory mapped offset must be positive")
        self._writable, self._shared = kinds_of_access(flags, prot, access)
        self._access, self._file, self._known, self._offset, self._at, self._closed = access, None, None, offset, 0, False
        if fileno == -1 and length == 0:
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        content = bytes(length) if fileno == -1 else self._content(fileno, length)
        super().__init__(content)
        if self._file is not None and self._shared:
            self._known = bytearray(content)
        if not self._writable:
            _freeze(self)

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
        file = _twin(fileno)
        if not file.readable() or self._shared and not file.writable():
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))
        self._file = file
        file.seek(self._offset)
        return file.read(length)

    def _check(self):
        if self._closed:
            raise ValueError("mmap closed or invalid")

    def _check_writable(self):
        self._check()
        if not self._writable:
            raise TypeError("mmap can't modify a readonly memory map.")

    def _store(self, start, end):
        """Write a range to the file, which doesn't become longer by it."""
        if not self._shared or self._file is None:
            return
        end = min(end, self.size() - self._offset)
        if start < end:
            data = super().__getitem__(slice(start, end))
            self._file.seek(self._offset + start)
            self._file.write(data)
            self._known[start:end] = data

    def _store_changes(self, start, end):
        """Write what isn't known to be in the file: what others have written there since stays."""
        if self._shared and self._file is not None:
            for first, last in differing(self._known, super().__getitem__(slice(None)), start, end):
                self._store(first, last)

    def _check_views(self, text):
        try:
            super().append(0)
        except BufferError:
            raise BufferError(text) from None
        super().pop()

    @property
    def closed(self):
        return self._closed

    def close(self):
        """Give the memory back."""
        if self._closed:
            return
        self._check_views("cannot close exported pointers exist")
        file = self._file
        try:
            self.flush()
        finally:
            self._closed, self._file, self._known = True, None, None
            super().clear()
            if file is not None:
                file.close()

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
            store = self._store if places.step in (1, -1) else self._store_changes
            store(min(places, default=0), max(places, default=-1) + 1)
            return
        if not -len(self) <= index < len(self):
            raise IndexError("mmap index out of range")
        if not isinstance(value, int):
            raise TypeError("mmap item value must be an int")
        super().__setitem__(index, value)
        index %= len(self)
        self._store(index, index + 1)

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

    def __ne__(self, other):
        return self is not other if isinstance(other, mmap) else NotImplemented

    def _no_operator(self, other):
        """It isn't added, multiplied, formatted or ordered, as a bytearray is."""
        return NotImplemented

    __add__ = __iadd__ = __mul__ = __rmul__ = __imul__ = __mod__ = __rmod__ = __lt__ = __le__ = __gt__ = __ge__ = _no_operator

    def __bytes__(self):
        self._check()
        return bytes(memoryview(self))

    def __reduce_ex__(self, protocol):
        name = f"{type(self).__module__}.{type(self).__qualname__}" if protocol > 1 else type(self).__name__
        raise TypeError(f"cannot pickle {name!r} object")

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
        return self._file.seek(0, os.SEEK_END)

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
            self._store_changes(offset, offset + size)

    def resize(self, newsize):
        """Make the memory and its file greater or smaller."""
        self._check()
        if not self._writable or self._access == ACCESS_COPY:
            raise TypeError("mmap can't resize a readonly or copy-on-write memory map.")
        if newsize < 0 or newsize + self._offset < 0:
            raise ValueError("new size out of range")
        self._check_views("mmap can't resize with extant buffers exported.")
        more = bytes(max(newsize - len(self), 0))
        if self._file is not None:
            self._store_changes(0, len(self))
            self._file.truncate(self._offset + newsize)
            if self._known is not None:
                self._known[newsize:] = more
        super().__delitem__(slice(newsize, None))
        super().extend(more)

    def madvise(self, option, start=0, length=None):
        """Nothing is to be advised."""
        self._check()


hide_others(mmap)
