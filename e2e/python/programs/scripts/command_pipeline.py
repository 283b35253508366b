"""Unix-like filters as generators, put together with | and run over standard input."""
import functools
import operator
import re
import sys
from collections import deque
from itertools import groupby, islice


class Pipe:
    def __init__(self, function):
        self.function = function
        functools.update_wrapper(self, function)

    def __call__(self, *args, **kwargs):
        return Pipe(lambda lines: self.function(lines, *args, **kwargs))

    def __ror__(self, lines):
        return self.function(lines)

    def __or__(self, other):
        return Pipe(lambda lines: other.function(self.function(lines)))


@Pipe
def cat(lines):
    for line in lines:
        yield line.rstrip("\n")


@Pipe
def grep(lines, pattern, invert=False):
    found = re.compile(pattern).search
    return (line for line in lines if bool(found(line)) != invert)


@Pipe
def cut(lines, *fields, sep=None):
    pick = operator.itemgetter(*fields)
    for line in lines:
        parts = line.split(sep)
        try:
            chosen = pick(parts)
        except IndexError:
            continue
        yield chosen if isinstance(chosen, str) else " ".join(chosen)


@Pipe
def sed(lines, pattern, replacement):
    return map(functools.partial(re.sub, pattern, replacement), lines)


@Pipe
def sort(lines, key=None, reverse=False):
    yield from sorted(lines, key=key, reverse=reverse)


@Pipe
def uniq(lines, count=False):
    for line, same in groupby(lines):
        yield f"{sum(1 for _ in same):>4} {line}" if count else line


@Pipe
def head(lines, n=3):
    return islice(lines, n)


@Pipe
def tail(lines, n=2):
    return iter(deque(lines, maxlen=n))


@Pipe
def tee(lines, into):
    for line in lines:
        into.append(line)
        yield line


def show(title, lines):
    print(f"-- {title}")
    for line in lines:
        print(line)


text = list(sys.stdin | cat)
show("processes of root", text | grep(r"^root\b") | cut(1, 3))
show("by user", text | grep("^USER", invert=True) | cut(0) | sort() | uniq(count=True) | sort(reverse=True))
show("most memory", text | cut(2, 3) | grep(r"^\d") | sort(key=lambda s: float(s.split()[0]), reverse=True) | head(2))
kept = []
show("names", text | cut(3) | sed(r"^.*/", "") | tee(kept) | sed(r"(\w)(\w*)", lambda m: m[1].upper() + m[2]) | tail())
print(len(kept), kept[:3])
counting = cat | grep("o") | cut(0, 1)
show("kept pipe", text | counting | head(1))
print(grep.__name__, cut.__name__)
