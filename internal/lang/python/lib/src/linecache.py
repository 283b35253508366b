"""Lines of the program's files."""

import _sources

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}


def getlines(filename, module_globals=None):
    """All lines of a file, with their ends; none where there is no such file."""
    if filename in cache:
        return cache[filename][2]
    text = _sources.text(filename)
    if text is None:
        return []
    lines = text.splitlines(True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    cache[filename] = len(text), None, lines, filename
    return lines


def getline(filename, lineno, module_globals=None):
    """One line of a file, from 1; empty where there is none."""
    lines = getlines(filename, module_globals)
    if 1 <= lineno <= len(lines):
        return lines[lineno - 1]
    return ""


def updatecache(filename, module_globals=None):
    """Read a file anew: its lines, none where there is no such file."""
    cache.pop(filename, None)
    return getlines(filename, module_globals)


def clearcache():
    """Forget all lines."""
    cache.clear()


def checkcache(filename=None):
    """Files don't change while a program runs."""


def lazycache(filename, module_globals):
    """Report whether the lines can be read later."""
    return filename in cache
