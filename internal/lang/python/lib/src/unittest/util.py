"""Texts of values."""

__unittest = True

_MAX = 80
_PLACEHOLDER = 12  # how long [123 chars] may be
_DIFFERENCE = 41  # how much of a difference is shown at least


def safe_repr(obj, short=False):
    try:
        result = repr(obj)
    except Exception:
        result = object.__repr__(obj)
    if not short or len(result) < _MAX:
        return result
    return result[:_MAX] + " [truncated]..."


def strclass(cls):
    return "%s.%s" % (cls.__module__, cls.__qualname__)


def _shorten(s, before, after):
    skip = len(s) - before - after
    if skip > _PLACEHOLDER:
        s = "%s[%d chars]%s" % (s[:before], skip, s[len(s) - after:])
    return s


def _common_prefix(texts):
    low, high = min(texts), max(texts)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def common_shorten_repr(*args):
    texts = tuple(map(safe_repr, args))
    longest = max(map(len, texts))
    if longest <= _MAX:
        return texts
    prefix = _common_prefix(texts)
    n = len(prefix)
    room = _MAX - (longest - n + 5 + _PLACEHOLDER)
    if room > 5:
        prefix = _shorten(prefix, 5, room)
        return tuple(prefix + s[n:] for s in texts)
    prefix = _shorten(prefix, 5, 5)
    return tuple(prefix + _shorten(s[n:], _DIFFERENCE, 5) for s in texts)


def sorted_list_difference(expected, actual):
    missing = [x for x in expected if x not in actual]
    unexpected = [x for x in actual if x not in expected]
    return missing, unexpected


def count_differences(first, second):
    """Items that two lists have in different numbers: (in first, in second, item)."""
    first, second = list(first), list(second)
    result = []
    while first or second:
        item = (first or second)[0]
        a = sum(1 for x in first if x == item)
        b = sum(1 for x in second if x == item)
        first = [x for x in first if not x == item]
        second = [x for x in second if not x == item]
        if a != b:
            result.append((a, b, item))
    return result
