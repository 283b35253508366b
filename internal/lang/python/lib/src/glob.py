"""Names of files by patterns."""

import fnmatch
import os
import re

__all__ = ["escape", "glob", "iglob"]

_magic = re.compile("([*?[])")
_magic_bytes = re.compile(b"([*?[])")


def has_magic(s):
    """Report whether it is a pattern."""
    return (_magic_bytes if isinstance(s, bytes) else _magic).search(s) is not None


def escape(pathname):
    """A pattern that matches nothing but a path."""
    drive, rest = os.path.splitdrive(pathname)
    if isinstance(rest, bytes):
        return drive + _magic_bytes.sub(rb"[\1]", rest)
    return drive + _magic.sub(r"[\1]", rest)


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """The paths that match a pattern."""
    return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """The paths that match a pattern, one after the other."""
    root = pathname[:0] if root_dir is None else os.fspath(root_dir)
    found = _find(pathname, root, recursive, include_hidden, False)
    if not pathname or recursive and _recursive(pathname[:2]):
        found = (p for p in found if p)
    return found


def _recursive(part):
    return part in ("**", b"**")


def _hidden(name):
    return name[:1] in (".", b".")


def _full(root, path):
    return os.path.join(root, path) if root and path else path or root


def _find(pattern, root, recursive, hidden, only_dirs):
    head, tail = os.path.split(pattern)
    if not has_magic(pattern):
        if tail:
            if os.path.lexists(_full(root, pattern)):
                yield pattern
        elif os.path.isdir(_full(root, head)):
            yield pattern
        return
    if not head:
        yield from _in_directory(root, head, tail, recursive, hidden, only_dirs)
        return
    heads = _find(head, root, recursive, hidden, True) if head != pattern and has_magic(head) else [head]
    for directory in heads:
        for name in _in_directory(root, directory, tail, recursive, hidden, only_dirs):
            yield os.path.join(directory, name)


def _in_directory(root, directory, tail, recursive, hidden, only_dirs):
    where = _full(root, directory)
    if recursive and _recursive(tail):
        if not directory or os.path.isdir(where):
            yield tail[:0]
            yield from _all(where, hidden, only_dirs)
    elif has_magic(tail):
        names = [n for n, _ in _list(where, only_dirs, tail)]
        if not hidden and not _hidden(tail):
            names = [n for n in names if not _hidden(n)]
        yield from fnmatch.filter(names, tail)
    elif tail:
        if os.path.lexists(_full(where, tail)):
            yield tail
    elif os.path.isdir(where):
        yield tail


def _list(where, only_dirs, like):
    if not where:
        where = b"." if isinstance(like, bytes) else "."
    try:
        with os.scandir(where) as found:
            entries = list(found)
    except OSError:
        return []
    result = []
    for e in entries:
        try:
            is_dir = e.is_dir()
        except OSError:
            is_dir = False
        if is_dir or not only_dirs:
            result.append((e.name, is_dir))
    return result


def _all(where, hidden, only_dirs):
    for name, is_dir in _list(where, only_dirs, where):
        if hidden or not _hidden(name):
            yield name
            if is_dir:
                for below in _all(_full(where, name), hidden, only_dirs):
                    yield os.path.join(name, below)
