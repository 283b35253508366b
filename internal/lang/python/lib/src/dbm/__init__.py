"""Dictionaries of bytes in files. The only kind here is dbm.dumb."""

import io
import os

__all__ = ["open", "whichdb", "error"]


class _Error(Exception):
    """What such files can go wrong with."""


_Error.__name__, _Error.__qualname__ = "error", "error"
error = (_Error, OSError)


def open(file, flag="r", mode=0o666):
    """Open a file: r to read, w to write, c to make it if it isn't there, n to make it anew."""
    kind = whichdb(file) if "n" not in flag else None
    if kind is None:
        if "c" not in flag and "n" not in flag:
            raise _Error("db file doesn't exist; use 'c' or 'n' flag to create a new db")
    elif kind == "":
        raise _Error("db type could not be determined")
    elif kind != "dbm.dumb":
        raise _Error("db type is {0}, but the module is not available".format(kind))
    from dbm import dumb
    return dumb.open(file, flag, mode)


def whichdb(filename):
    """The kind of a file: None if it isn't there, "" if it is another one."""
    filename = os.fsencode(filename)
    try:
        size = os.stat(filename + b".dat").st_size
        os.stat(filename + b".dir")
        if size == 0 or os.stat(filename + b".dir").st_size == 0:
            return "dbm.dumb"
        with io.open(filename + b".dir", "rb") as f:
            if f.read(1) in (b"'", b'"'):
                return "dbm.dumb"
    except OSError:
        pass
    try:
        with io.open(filename, "rb") as f:
            start = f.read(16)
    except OSError:
        return None
    magic = int.from_bytes(start[:4], "little")
    return "dbm.gnu" if magic in (0x13579ACE, 0x13579ACD, 0x13579ACF) else ""
