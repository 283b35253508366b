"""Paths of Windows, as texts."""

import os

import genericpath
from genericpath import commonprefix, exists, getatime, getctime, getmtime, getsize, isdir, isfile, samefile

__all__ = ["normcase", "isabs", "join", "splitdrive", "split", "splitext", "basename", "dirname", "commonprefix", "getsize", "getmtime",
           "getatime", "getctime", "islink", "exists", "lexists", "isdir", "isfile", "ismount", "expanduser", "expandvars", "normpath",
           "abspath", "curdir", "pardir", "sep", "pathsep", "defpath", "altsep", "extsep", "devnull", "realpath", "relpath", "samefile",
           "commonpath"]

curdir, pardir, extsep, sep, pathsep, altsep, defpath, devnull = ".", "..", ".", "\\", ";", "/", ".;C:\\bin", "nul"
supports_unicode_filenames = True


def _signs(path):
    """The separators, the colon and what is nothing, as the path is a text or bytes."""
    return (b"\\", b"/", b":", b"") if isinstance(path, bytes) else ("\\", "/", ":", "")


def normcase(s):
    """A path in small letters, with backslashes."""
    s = os.fspath(s)
    if isinstance(s, bytes):
        return s.replace(b"/", b"\\").decode("latin-1").lower().encode("latin-1")
    return s.replace("/", "\\").lower()


def isabs(s):
    """True for a path from a root on."""
    s = os.fspath(s)
    back, slash, _, _ = _signs(s)
    if s.replace(slash, back).startswith(back * 2):
        return True
    rest = splitdrive(s)[1]
    return bool(rest) and rest[:1] in (back, slash)


def splitdrive(p):
    """(drive or share, the rest)."""
    p = os.fspath(p)
    back, slash, colon, empty = _signs(p)
    normal = p.replace(slash, back)
    if normal[:2] == back * 2:
        unc = b"\\\\?\\UNC\\" if isinstance(p, bytes) else "\\\\?\\UNC\\"
        start = 8 if normal[:8].upper() == unc else 2
        one = normal.find(back, start)
        if one == -1:
            return p, empty
        two = normal.find(back, one + 1)
        return (p, empty) if two == -1 else (p[:two], p[two:])
    if normal[1:2] == colon:
        return p[:2], p[2:]
    return empty, p


def join(path, *paths):
    """Paths one after the other; an absolute one begins anew."""
    path = os.fspath(path)
    back, slash, colon, empty = _signs(path)
    seps = back + slash
    if not paths:
        path[:0] + back
    drive, result = splitdrive(path)
    try:
        for p in map(os.fspath, paths):
            p_drive, p_path = splitdrive(p)
            if p_path and p_path[:1] in seps:
                if p_drive or not drive:
                    drive = p_drive
                result = p_path
                continue
            if p_drive and p_drive != drive:
                if p_drive.lower() != drive.lower():
                    drive, result = p_drive, p_path
                    continue
                drive = p_drive
            if result and result[-1:] not in seps:
                result += back
            result += p_path
    except (TypeError, AttributeError, BytesWarning):
        genericpath._check_arg_types("join", path, *paths)
        raise
    if result and result[:1] not in seps and drive and drive[-1:] not in colon + seps:
        return drive + back + result
    return drive + result


def split(p):
    """(what is before the last separator, what is after it)."""
    p = os.fspath(p)
    back, slash, _, _ = _signs(p)
    drive, p = splitdrive(p)
    at = max(p.rfind(back), p.rfind(slash)) + 1
    head, tail = p[:at], p[at:]
    return drive + (head.rstrip(back + slash) or head), tail


def splitext(p):
    """(the path without its ending, the ending)."""
    p = os.fspath(p)
    return genericpath._splitext(p, b"\\", b"/", b".") if isinstance(p, bytes) else genericpath._splitext(p, "\\", "/", ".")


def basename(p):
    """What is after the last separator."""
    return split(p)[1]


def dirname(p):
    """What is before the last separator."""
    return split(p)[0]


def islink(path):
    """Whether it is a link."""
    return os.path.islink(path)


lexists = exists


def ismount(path):
    """True for a root."""
    drive, rest = splitdrive(os.fspath(path))
    back, slash, _, _ = _signs(rest)
    if drive and drive[:1] in (back, slash):
        return not rest or rest in (back, slash)
    return rest in (back, slash)


def expanduser(path):
    """~ is the user's directory, as the environment has it."""
    path = os.fspath(path)
    tilde, backs = (b"~", b"\\/") if isinstance(path, bytes) else ("~", "\\/")
    if not path.startswith(tilde):
        return path
    end = next((i for i in range(1, len(path)) if path[i:i + 1] in backs), len(path))
    home = os.environ.get("USERPROFILE")
    if home is None or end != 1:
        return path
    return (os.fsencode(home) if isinstance(path, bytes) else home) + path[end:]


def expandvars(path):
    """$NAME, ${NAME} and %NAME% are those of the environment."""
    import re
    path = os.fspath(path)
    if isinstance(path, bytes):
        return os.fsencode(expandvars(os.fsdecode(path)))

    def value(match):
        if match[1] is not None or match[0] == "%%":
            return match[0] if match[1] is not None else "%"
        name = match[2] or match[3] or match[4]
        return match[0] if name is None else os.environ.get(name, match[0])
    return re.sub(r"('[^']*'?)|%%|%([^%]+)%|\$\{([^}]+)\}|\$(\w+)", value, path)


def normpath(path):
    """A path without . and .., with backslashes."""
    path = os.fspath(path)
    back, slash, _, empty = _signs(path)
    dot, dots = (b".", b"..") if isinstance(path, bytes) else (".", "..")
    prefix, path = splitdrive(path.replace(slash, back))
    if path.startswith(back):
        prefix += back
        path = path.lstrip(back)
    out = []
    for part in path.split(back):
        if not part or part == dot:
            continue
        if part == dots:
            if out and out[-1] != dots:
                out.pop()
                continue
            if not out and prefix.endswith(back):
                continue
        out.append(part)
    if not prefix and not out:
        out.append(dot)
    return prefix + back.join(out)


def abspath(path):
    """A path from a root on."""
    path = os.fspath(path)
    if not isabs(path):
        path = join(os.getcwdb() if isinstance(path, bytes) else os.getcwd(), path)
    return normpath(path)


realpath = abspath


def relpath(path, start=None):
    """A path as seen from another one."""
    path = os.fspath(path)
    back, _, _, _ = _signs(path)
    dot, dots = (b".", b"..") if isinstance(path, bytes) else (".", "..")
    if not path:
        raise ValueError("no path specified")
    start = dot if start is None else os.fspath(start)
    start_drive, start_rest = splitdrive(abspath(normpath(start)))
    drive, rest = splitdrive(abspath(normpath(path)))
    if normcase(start_drive) != normcase(drive):
        raise ValueError("path is on mount %r, start on mount %r" % (drive, start_drive))
    a, b = ([x for x in text.split(back) if x] for text in (start_rest, rest))
    same = 0
    for x, y in zip(a, b):
        if normcase(x) != normcase(y):
            break
        same += 1
    out = [dots] * (len(a) - same) + b[same:]
    return back.join(out) if out else dot


def commonpath(paths):
    """The longest path that all begin with."""
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    paths = tuple(map(os.fspath, paths))
    back, slash, _, empty = _signs(paths[0])
    dot = b"." if isinstance(paths[0], bytes) else "."
    pairs = [splitdrive(p.replace(slash, back).lower()) for p in paths]
    absolute = {p[:1] == back for _, p in pairs}
    if len(absolute) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    if len({drive for drive, _ in pairs}) != 1:
        raise ValueError("Paths don't have the same drive")
    drive, path = splitdrive(paths[0].replace(slash, back))
    common = [c for c in path.split(back) if c and c != dot]
    split_all = [[c for c in p.split(back) if c and c != dot] for _, p in pairs]
    low, high = min(split_all), max(split_all)
    n = next((i for i, c in enumerate(low) if c != high[i]), len(low))
    return (drive + back if absolute.pop() else drive) + back.join(common[:n])
