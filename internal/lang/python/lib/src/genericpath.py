"""What all kinds of paths have in common."""

import os
import stat

__all__ = ["commonprefix", "exists", "getatime", "getctime", "getmtime", "getsize", "isdir", "isfile", "samefile",
           "sameopenfile", "samestat"]


def _mode(path):
    try:
        return os.stat(path).st_mode
    except (OSError, ValueError):
        return 0


def exists(path):
    """Report whether there is something at a path."""
    try:
        os.stat(path)
    except (OSError, ValueError):
        return False
    return True


def isfile(path):
    """Report whether it is a regular file."""
    return stat.S_ISREG(_mode(path))


def isdir(s):
    """Report whether it is a directory."""
    return stat.S_ISDIR(_mode(s))


def getsize(filename):
    """The size in bytes."""
    return os.stat(filename).st_size


def getmtime(filename):
    """When it was last changed."""
    return os.stat(filename).st_mtime


def getatime(filename):
    """When it was last read."""
    return os.stat(filename).st_atime


def getctime(filename):
    """When its metadata was last changed."""
    return os.stat(filename).st_ctime


def commonprefix(m):
    """The longest text that all begin with."""
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(os.fspath, m))
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def samestat(s1, s2):
    """Report whether two results of stat are of the same file."""
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    """Report whether two paths are of the same file."""
    return samestat(os.stat(f1), os.stat(f2))


def sameopenfile(fp1, fp2):
    """Report whether two descriptors are of the same file."""
    return samestat(os.fstat(fp1), os.fstat(fp2))


def _splitext(path, sep, altsep, dot):
    start = path.rfind(sep) + 1
    if altsep:
        start = max(start, path.rfind(altsep) + 1)
    at = path.rfind(dot)
    if at > start and path[start:at].strip(dot):
        return path[:at], path[at:]
    return path, path[:0]


def _check_arg_types(name, *args):
    has_str = has_bytes = False
    for s in args:
        if isinstance(s, str):
            has_str = True
        elif isinstance(s, bytes):
            has_bytes = True
        else:
            raise TypeError(f"{name}() argument must be str, bytes, or os.PathLike object, not {type(s).__name__!r}") from None
    if has_str and has_bytes:
        raise TypeError("Can't mix strings and bytes in path components") from None
