"""Dictionaries of bytes in two files: one of places and one of values."""

import ast
import collections.abc
import io
import os

__all__ = ["error", "open"]

_BLOCK = 512

error = OSError


class _Database(collections.abc.MutableMapping):
    """An open file."""

    _os, _io = os, io

    def __init__(self, filebasename, mode, flag="c"):
        self._mode = mode
        self._readonly = flag == "r"
        name = os.fsencode(filebasename)
        self._dirfile, self._datfile, self._bakfile = name + b".dir", name + b".dat", name + b".bak"
        self._index = None
        if flag == "n":
            for file in (self._datfile, self._bakfile, self._dirfile):
                try:
                    os.remove(file)
                except OSError:
                    pass
        try:
            io.open(self._datfile, "r", encoding="Latin-1").close()
        except OSError:
            if flag not in ("c", "n"):
                raise
            io.open(self._datfile, "w", encoding="Latin-1").close()
        self._modified = False
        self._read_index(flag)

    def _read_index(self, flag):
        self._index = {}
        try:
            f = io.open(self._dirfile, "r", encoding="Latin-1")
        except OSError:
            if flag not in ("c", "n"):
                raise
            io.open(self._dirfile, "w", encoding="Latin-1").close()
            return
        with f:
            for line in f:
                try:
                    key, place = ast.literal_eval(line.rstrip())
                    at, size = place
                    if not (isinstance(key, str) and isinstance(at, int) and isinstance(size, int) and at >= 0 and size >= 0):
                        raise ValueError
                except (ValueError, TypeError, SyntaxError):
                    raise ValueError("malformed line in " + os.fsdecode(self._dirfile)) from None
                self._index[key.encode("Latin-1")] = place

    def _commit(self):
        if self._index is None or not self._modified:
            return
        try:
            os.unlink(self._bakfile)
        except OSError:
            pass
        try:
            os.rename(self._dirfile, self._bakfile)
        except OSError:
            pass
        with io.open(self._dirfile, "w", encoding="Latin-1") as f:
            for key, place in self._index.items():
                f.write("%r, %r\n" % (key.decode("Latin-1"), place))

    sync = _commit

    def _check(self):
        if self._index is None:
            raise error("DBM object has already been closed")

    def __getitem__(self, key):
        if isinstance(key, str):
            key = key.encode("utf-8")
        self._check()
        at, size = self._index[key]
        with io.open(self._datfile, "rb") as f:
            f.seek(at)
            return f.read(size)

    def _add(self, value):
        with io.open(self._datfile, "rb+") as f:
            f.seek(0, 2)
            at = f.tell()
            begin = -(-at // _BLOCK) * _BLOCK
            f.write(b"\0" * (begin - at))
            f.write(value)
        return begin, len(value)

    def _write(self, at, value):
        with io.open(self._datfile, "rb+") as f:
            f.seek(at)
            f.write(value)
        return at, len(value)

    def __setitem__(self, key, value):
        if self._readonly:
            raise error("The database is opened for reading only")
        if isinstance(key, str):
            key = key.encode("utf-8")
        elif not isinstance(key, (bytes, bytearray)):
            raise TypeError("keys must be bytes or strings")
        if isinstance(value, str):
            value = value.encode("utf-8")
        elif not isinstance(value, (bytes, bytearray)):
            raise TypeError("values must be bytes or strings")
        self._check()
        self._modified = True
        key = bytes(key)
        if key not in self._index:
            place = self._add(value)
            self._index[key] = place
            with io.open(self._dirfile, "a", encoding="Latin-1") as f:
                f.write("%r, %r\n" % (key.decode("Latin-1"), place))
            return
        at, size = self._index[key]
        fits = -(-len(value) // _BLOCK) <= -(-size // _BLOCK)
        self._index[key] = self._write(at, value) if fits else self._add(value)

    def __delitem__(self, key):
        if self._readonly:
            raise error("The database is opened for reading only")
        if isinstance(key, str):
            key = key.encode("utf-8")
        self._check()
        self._modified = True
        del self._index[key]
        self._commit()

    def keys(self):
        """The keys, as bytes."""
        self._check()
        return list(self._index)

    def items(self):
        """The keys with their values."""
        self._check()
        return [(key, self[key]) for key in self._index]

    def __contains__(self, key):
        if isinstance(key, str):
            key = key.encode("utf-8")
        self._check()
        return key in self._index

    def iterkeys(self):
        self._check()
        return iter(self._index)

    __iter__ = iterkeys

    def __len__(self):
        self._check()
        return len(self._index)

    def close(self):
        """Write the places."""
        try:
            self._commit()
        finally:
            self._index = self._datfile = self._dirfile = self._bakfile = None

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def open(file, flag="c", mode=0o666):
    """Open a file: r to read, w to write, c to make it if it isn't there, n to make it anew."""
    if flag not in ("r", "w", "c", "n"):
        raise ValueError("Flag must be one of 'r', 'w', 'c', or 'n'")
    return _Database(file, mode, flag)
