"""Operations on paths: os.path."""

import genericpath
import os
from genericpath import (
    commonprefix, exists, getatime, getctime, getmtime, getsize, isdir, isfile, samefile, sameopenfile, samestat,
)

__all__ = ["normcase", "isabs", "join", "splitdrive", "split", "splitext", "basename", "dirname", "commonprefix", "getsize",
           "getmtime", "getatime", "getctime", "islink", "exists", "lexists", "isdir", "isfile", "ismount", "expanduser",
           "expandvars", "normpath", "abspath", "samefile", "sameopenfile", "samestat", "curdir", "pardir", "sep", "pathsep",
           "defpath", "altsep", "extsep", "devnull", "realpath", "supports_unicode_filenames", "relpath", "commonpath"]

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
defpath = "/bin:/usr/bin"
altsep = None
devnull = "/dev/null"
supports_unicode_filenames = False


def _sep(path):
    return b"/" if isinstance(path, bytes) else "/"


def normcase(s):
    """A path as it is compared."""
    return os.fspath(s)


def isabs(s):
    """Report whether a path is absolute."""
    s = os.fspath(s)
    return s.startswith(_sep(s))


def join(a, *p):
    """Join paths; an absolute one begins anew."""
    a = os.fspath(a)
    sep = _sep(a)
    path = a
    try:
        if not p:
            path[:0] + sep
        for b in map(os.fspath, p):
            if b.startswith(sep):
                path = b
            elif not path or path.endswith(sep):
                path += b
            else:
                path += sep + b
    except (TypeError, AttributeError, BytesWarning):
        genericpath._check_arg_types("join", a, *p)
        raise
    return path


def split(p):
    """Split a path into what is before the last slash and after it."""
    p = os.fspath(p)
    sep = _sep(p)
    i = p.rfind(sep) + 1
    head, tail = p[:i], p[i:]
    if head and head != sep * len(head):
        head = head.rstrip(sep)
    return head, tail


def splitext(p):
    """Split off the extension with its dot."""
    p = os.fspath(p)
    return genericpath._splitext(p, _sep(p), None, b"." if isinstance(p, bytes) else ".")


def splitdrive(p):
    """Split off the drive, which is always empty."""
    p = os.fspath(p)
    return p[:0], p


def basename(p):
    """What is after the last slash."""
    p = os.fspath(p)
    return p[p.rfind(_sep(p)) + 1:]


def dirname(p):
    """What is before the last slash."""
    return split(p)[0]


def islink(path):
    """Report whether it is a symbolic link."""
    try:
        mode = os.lstat(path).st_mode
    except (OSError, ValueError, AttributeError):
        return False
    return mode & 0o170000 == 0o120000


def lexists(path):
    """Report whether there is something at a path, if only a link."""
    try:
        os.lstat(path)
    except (OSError, ValueError):
        return False
    return True


def ismount(path):
    """Report whether another file system begins there."""
    return abspath(path) == _sep(os.fspath(path))


def expanduser(path):
    """Have ~ be the home directory."""
    path = os.fspath(path)
    tilde, sep = (b"~", b"/") if isinstance(path, bytes) else ("~", "/")
    if not path.startswith(tilde):
        return path
    end = path.find(sep, 1)
    if end < 0:
        end = len(path)
    if end != 1:
        return path
    home = os.environ.get("HOME", "")
    if not home:
        return path
    if isinstance(path, bytes):
        home = os.fsencode(home)
    return (home.rstrip(sep) + path[end:]) or sep


def _variables(path, environ, dollar, brace, end):
    out, at = [], 0
    while (i := path.find(dollar, at)) >= 0:
        out.append(path[at:i])
        j = i + 1
        if path[j:j + 1] == brace:
            stop = path.find(end, j)
            name, after = (path[j + 1:stop], stop + 1) if stop >= 0 else (path[:0], j)
        else:
            while j < len(path) and (path[j:j + 1].isalnum() or path[j:j + 1] in (b"_", "_")) and path[j:j + 1].isascii():
                j += 1
            name, after = path[i + 1:j], j
        if name and name in environ:
            out.append(environ[name])
        else:
            out.append(path[i:after])
        at = after
    out.append(path[at:])
    return path[:0].join(out)


def expandvars(path):
    """Have $name and ${name} be what the environment has for them."""
    path = os.fspath(path)
    if isinstance(path, bytes):
        if b"$" not in path:
            return path
        return _variables(path, os.environb, b"$", b"{", b"}")
    if "$" not in path:
        return path
    return _variables(path, os.environ, "$", "{", "}")


def normpath(path):
    """A path without double slashes, . and .. as far as possible."""
    path = os.fspath(path)
    if isinstance(path, bytes):
        sep, dot, dotdot = b"/", b".", b".."
    else:
        sep, dot, dotdot = "/", ".", ".."
    if not path:
        return dot
    slashes = len(path) - len(path.lstrip(sep))
    root = path[:0] if not slashes else sep * 2 if slashes == 2 else sep
    parts = []
    for part in path.split(sep):
        if not part or part == dot:
            continue
        if part != dotdot or not root and not parts or parts and parts[-1] == dotdot:
            parts.append(part)
        elif parts:
            parts.pop()
    return root + sep.join(parts) or dot


def _cwd(path):
    return os.getcwdb() if isinstance(path, bytes) else os.getcwd()


def abspath(path):
    """A path that doesn't depend on the working directory."""
    path = os.fspath(path)
    if not isabs(path):
        path = join(_cwd(path), path)
    return normpath(path)


def realpath(filename, *, strict=False):
    """An absolute path. Links aren't followed, since nobody may read them."""
    path = abspath(filename)
    if strict:
        os.lstat(path)
    return path


def relpath(path, start=None):
    """A path that leads from start to another."""
    if not path:
        raise ValueError("no path specified")
    path = os.fspath(path)
    if isinstance(path, bytes):
        curdir, sep, pardir = b".", b"/", b".."
    else:
        curdir, sep, pardir = ".", "/", ".."
    start = curdir if start is None else os.fspath(start)
    try:
        here = [x for x in abspath(start).split(sep) if x]
        there = [x for x in abspath(path).split(sep) if x]
        same = len(commonprefix([here, there]))
        return join(*[pardir] * (len(here) - same) + there[same:]) if len(here) > same or len(there) > same else curdir
    except (TypeError, AttributeError, BytesWarning, DeprecationWarning):
        genericpath._check_arg_types("relpath", path, start)
        raise


def commonpath(paths):
    """The longest path that all are below."""
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    paths = tuple(map(os.fspath, paths))
    sep, curdir = (b"/", b".") if isinstance(paths[0], bytes) else ("/", ".")
    try:
        absolute = {p[:1] == sep for p in paths}
        if len(absolute) > 1:
            raise ValueError("Can't mix absolute and relative paths") from None
        split = [[x for x in p.split(sep) if x and x != curdir] for p in paths]
        low, high = min(split), max(split)
        common = low
        for i, part in enumerate(low):
            if part != high[i]:
                common = low[:i]
                break
        return (sep if True in absolute else sep[:0]) + sep.join(common)
    except (TypeError, AttributeError):
        genericpath._check_arg_types("commonpath", *paths)
        raise
