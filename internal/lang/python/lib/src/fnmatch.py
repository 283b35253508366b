"""Matching names against patterns of the shell."""

import re
from os import fspath

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def fnmatch(name, pat):
    """Whether a name matches a pattern. Case matters, as it does in the names of files."""
    return fnmatchcase(fspath(name), fspath(pat))


_cache = {}


def _compiled(pat):
    key = type(pat), pat
    match = _cache.get(key)
    if match is None:
        if isinstance(pat, bytes):
            match = re.compile(translate(pat.decode('latin-1')).encode('latin-1')).match
        else:
            match = re.compile(translate(pat)).match
        if len(_cache) >= 256:
            _cache.clear()
        _cache[key] = match
    return match


def filter(names, pat):
    """The names that match a pattern, as a list."""
    match = _compiled(fspath(pat))
    return [name for name in names if match(name)]


def fnmatchcase(name, pat):
    """Whether a name matches a pattern."""
    return _compiled(pat)(name) is not None


_star = object()


def _bracket(pat, i):
    """The expression of the set whose [ is before i, and where it ends; None is no set."""
    j = i
    if j < len(pat) and pat[j] == '!':
        j += 1
    if j < len(pat) and pat[j] == ']':
        j += 1
    while j < len(pat) and pat[j] != ']':
        j += 1
    if j >= len(pat):
        return None, i
    body = pat[i:j]
    if '-' not in body:
        body = body.replace('\\', r'\\')
    else:
        body = _ranges(pat, i, j)
    body = re.sub(r'([&~|])', r'\\\1', body)
    if not body:
        return '(?!)', j + 1
    if body == '!':
        return '.', j + 1
    if body[0] == '!':
        body = '^' + body[1:]
    elif body[0] in ('^', '['):
        body = '\\' + body
    return '[' + body + ']', j + 1


def _ranges(pat, i, j):
    """The body of a set with hyphens, without the ranges that are empty."""
    chunks = []
    k = i + 2 if pat[i] == '!' else i + 1
    while True:
        k = pat.find('-', k, j)
        if k < 0:
            break
        chunks.append(pat[i:k])
        i = k + 1
        k += 3
    last = pat[i:j]
    if last:
        chunks.append(last)
    else:
        chunks[-1] += '-'
    for n in range(len(chunks) - 1, 0, -1):
        if chunks[n - 1][-1] > chunks[n][0]:
            chunks[n - 1] = chunks[n - 1][:-1] + chunks[n][1:]
            del chunks[n]
    return '-'.join(c.replace('\\', r'\\').replace('-', r'\-') for c in chunks)


def translate(pat):
    """The regular expression of a pattern."""
    parts = []
    i = 0
    while i < len(pat):
        c = pat[i]
        i += 1
        if c == '*':
            if not parts or parts[-1] is not _star:
                parts.append(_star)
        elif c == '?':
            parts.append('.')
        elif c == '[':
            expression, i = _bracket(pat, i)
            parts.append(r'\[' if expression is None else expression)
        else:
            parts.append(re.escape(c))
    return r'(?s:%s)\Z' % _joined(parts)


def _joined(parts):
    """Between two stars, the first place that fits is as good as any other."""
    out = []
    i = 0
    while i < len(parts) and parts[i] is not _star:
        out.append(parts[i])
        i += 1
    while i < len(parts):
        i += 1
        fixed = []
        while i < len(parts) and parts[i] is not _star:
            fixed.append(parts[i])
            i += 1
        if i == len(parts):
            out.append('.*')
            out.extend(fixed)
        else:
            out.append('(?>.*?%s)' % ''.join(fixed))
    return ''.join(out)
