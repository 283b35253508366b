"""Lines of the program's sources, and of files."""

import os
import sys

import _sources

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}


def getlines(filename, module_globals=None):
    """All lines of a file, with their ends; none where there is no such file."""
    if filename in cache:
        return cache[filename][2]
    return updatecache(filename, module_globals)


def getline(filename, lineno, module_globals=None):
    """One line of a file, from 1; empty where there is none."""
    lines = getlines(filename, module_globals)
    if 1 <= lineno <= len(lines):
        return lines[lineno - 1]
    return ""


def updatecache(filename, module_globals=None):
    """Read a file anew: its lines, none where there is no such file."""
    cache.pop(filename, None)
    text = _sources.text(filename)
    if text is not None:
        entry = len(text), None, _split(text), filename
    elif not filename or filename.startswith("<") and filename.endswith(">"):
        return []
    else:
        entry = _read(filename)
    if entry is None:
        return []
    cache[filename] = entry
    return entry[2]


def _split(text):
    lines = [line + "\n" for line in text.split("\n")]
    return lines[:-1] if lines[-1] == "\n" else lines


def _read(filename):
    """What the cache has of a file, which is looked for in sys.path too."""
    places = [filename]
    if not os.path.isabs(filename):
        places += [os.path.join(d, filename) for d in sys.path if isinstance(d, str) and d]
    for name in places:
        try:
            stat = os.stat(name)
            import tokenize
            with tokenize.open(name) as f:
                lines = f.readlines()
        except (OSError, UnicodeDecodeError, SyntaxError):
            continue
        if lines and not lines[-1].endswith("\n"):
            lines[-1] += "\n"
        return stat.st_size, stat.st_mtime, lines, name
    return None


def clearcache():
    """Forget all lines."""
    cache.clear()


def checkcache(filename=None):
    """Forget the lines of files that have changed; the program's sources don't."""
    for name in list(cache) if filename is None else [filename]:
        if name not in cache or cache[name][1] is None:
            continue
        size, mtime, _, path = cache[name]
        try:
            stat = os.stat(path)
        except OSError:
            del cache[name]
            continue
        if (stat.st_size, stat.st_mtime) != (size, mtime):
            del cache[name]


def lazycache(filename, module_globals):
    """Report whether the lines can be read later."""
    return filename in cache
