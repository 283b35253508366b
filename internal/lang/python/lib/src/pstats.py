"""What profilers have measured, in order and printed."""

import enum
import os
import re
import sys
import time

__all__ = ["Stats", "SortKey"]


class SortKey(enum.StrEnum):
    """What to sort by."""
    CALLS = "calls", "ncalls"
    CUMULATIVE = "cumulative", "cumtime"
    FILENAME = "filename", "module"
    LINE = "line"
    NAME = "name"
    NFL = "nfl"
    PCALLS = "pcalls"
    STDNAME = "stdname"
    TIME = "time", "tottime"

    def __new__(cls, *values):
        member = str.__new__(cls, values[0])
        member._value_ = values[0]
        for other in values[1:]:
            cls._value2member_map_[other] = member
        member._all_values = values
        return member


# A row is (primitive calls, calls, own time, whole time, callers, key).
_ORDERS = {
    "calls": (lambda r: -r[1], "call count"),
    "ncalls": (lambda r: -r[1], "call count"),
    "cumtime": (lambda r: -r[3], "cumulative time"),
    "cumulative": (lambda r: -r[3], "cumulative time"),
    "filename": (lambda r: r[5][0], "file name"),
    "line": (lambda r: r[5][1], "line number"),
    "module": (lambda r: r[5][0], "file name"),
    "name": (lambda r: r[5][2], "function name"),
    "nfl": (lambda r: (r[5][2], r[5][0], r[5][1]), "name/file/line"),
    "pcalls": (lambda r: -r[0], "primitive call count"),
    "stdname": (lambda r: _standard_name(r[5]), "standard name"),
    "time": (lambda r: -r[2], "internal time"),
    "tottime": (lambda r: -r[2], "internal time"),
}
_NUMBERS = {-1: "stdname", 0: "calls", 1: "time", 2: "cumulative"}


class Stats:
    """Statistics of one or more profiles, or of files with such."""

    def __init__(self, *args, stream=None):
        self.stream = stream or sys.stdout
        self.files = []
        self.stats = {}
        self.fcn_list = None
        self._orders, self._reverse, self._stripped = None, False, False
        if not args:
            self._sum()
        self.add(*args)

    def _load(self, arg):
        if isinstance(arg, Stats):
            return arg.stats
        if isinstance(arg, str):
            import marshal
            with open(arg, "rb") as f:
                stats = marshal.load(f)
            self.files.append(time.ctime(os.stat(arg).st_mtime) + "    " + arg)
            return stats
        if hasattr(arg, "create_stats"):
            arg.create_stats()
            return arg.stats
        raise TypeError(f"Cannot create or construct a {self.__class__!r} object from {arg!r}")

    def add(self, *arg_list):
        """Count in other statistics."""
        for arg in arg_list:
            for key, row in self._load(arg).items():
                self.stats[key] = _added(self.stats[key], row) if key in self.stats else row
        self._sum()
        return self

    def _sum(self):
        self.prim_calls = self.total_calls = self.total_tt = 0
        self.top_level = set()
        for key, (primitive, calls, own, whole, callers) in self.stats.items():
            self.prim_calls += primitive
            self.total_calls += calls
            self.total_tt += own
            if ("jprofile", 0, "profiler") in callers:
                self.top_level.add(key)

    def dump_stats(self, filename):
        """Write them to a file."""
        import marshal
        with open(filename, "wb") as f:
            marshal.dump(self.stats, f)

    def strip_dirs(self):
        """Leave folders out of the names of files."""
        old, self.stats = self.stats, {}
        for key, (primitive, calls, own, whole, callers) in old.items():
            stripped = {}
            for k, part in callers.items():
                k = _stripped(k)
                stripped[k] = _summed(stripped[k], part) if k in stripped else part
            row = primitive, calls, own, whole, stripped
            key = _stripped(key)
            self.stats[key] = _added(self.stats[key], row) if key in self.stats else row
        self.fcn_list = None
        return self

    def sort_stats(self, *field):
        """Put the functions in order."""
        if not field:
            self.fcn_list = None
            return self
        if len(field) == 1 and isinstance(field[0], int):
            field = [_NUMBERS[field[0]]]
        elif any(not isinstance(f, type(field[0])) for f in field[1:]):
            raise TypeError("Can't have mixed argument type")
        names = [_order_name(f) for f in field]
        rows = [(*self.stats[k], k) for k in self.stats]
        rows.sort(key=lambda r: tuple(_ORDERS[n][0](r) for n in [*names, "stdname"]))
        self.sort_type = ", ".join(_ORDERS[n][1] for n in names)
        self.fcn_list = [r[5] for r in rows]
        return self

    def reverse_order(self):
        """Turn the order around."""
        if self.fcn_list:
            self.fcn_list.reverse()
        return self

    def _chosen(self, restrictions):
        """The functions that are left, the width of their names, and what has left them."""
        keys = self.fcn_list[:] if self.fcn_list else list(self.stats)
        said = f"   Ordered by: {self.sort_type}\n" if self.fcn_list else "   Random listing order was used\n"
        for r in restrictions:
            before = len(keys)
            if isinstance(r, str):
                try:
                    found = re.compile(r).search
                except re.error:
                    said += f"   <Invalid regular expression {r!r}>\n"
                    continue
                keys = [k for k in keys if found(_standard_name(k))]
            elif isinstance(r, float) and 0.0 <= r < 1.0:
                keys = keys[:int(before * r + .5)]
            elif isinstance(r, int) and r >= 0:
                keys = keys[:r]
            if len(keys) != before:
                said += f"   List reduced from {before!r} to {len(keys)!r} due to restriction <{r!r}>\n"
        return keys, max((len(_standard_name(k)) for k in keys), default=-2) + 2, said

    def print_stats(self, *amount):
        """Print them: so many functions, such a part of them, or those whose name has a pattern."""
        for name in self.files:
            self._print(name)
        if self.files:
            self._print()
        self._print(f"         {self.total_calls} function calls", end=" ")
        if self.total_calls != self.prim_calls:
            self._print(f"({self.prim_calls:d} primitive calls)", end=" ")
        self._print(f"in {self.total_tt:.3f} seconds")
        self._print()
        keys, _, said = self._chosen(amount)
        if not keys:
            if self.stats:
                self._print(said)
            return self
        self._print(said)
        self._print("   ncalls  tottime  percall  cumtime  percall filename:lineno(function)")
        for key in keys:
            primitive, calls, own, whole, _ = self.stats[key]
            count = str(calls) if calls == primitive else f"{calls}/{primitive}"
            self._print(count.rjust(9), _seconds(own), _seconds(own / calls) if calls else " " * 8, _seconds(whole),
                        _seconds(whole / primitive) if primitive else " " * 8, _standard_name(key))
        self._print()
        self._print()
        return self

    def print_callers(self, *amount):
        """Print who has called each function."""
        keys, width, said = self._chosen(amount)
        if keys:
            self._print(said)
            self._heading(width, "was called by...")
            for key in keys:
                self._calls(width, key, self.stats[key][4], "<-")
            self._print()
            self._print()
        return self

    def print_callees(self, *amount):
        """Print what each function has called."""
        keys, width, said = self._chosen(amount)
        if keys:
            callees = {}
            for key, row in self.stats.items():
                for caller, part in row[4].items():
                    callees.setdefault(caller, {})[key] = part
            self._print(said)
            self._heading(width, "called...")
            for key in keys:
                self._calls(width, key, callees.get(key, {}), "->")
            self._print()
            self._print()
        return self

    def _heading(self, width, title):
        self._print("Function ".ljust(width) + title)
        if any(isinstance(part, tuple) for row in self.stats.values() for part in row[4].values()):
            self._print(" " * (width + 4) + "ncalls  tottime  cumtime")

    def _calls(self, width, key, parts, arrow):
        self._print(_standard_name(key).ljust(width) + arrow, end=" ")
        if not parts:
            self._print()
            return
        indent = ""
        for other in sorted(parts):
            calls, primitive, own, whole = parts[other]
            count = f"{calls:d}/{primitive:d}" if primitive != calls else f"{calls:d}"
            self._print(f"{indent}{count.rjust(7)} {_seconds(own)} {_seconds(whole)}  {_standard_name(other)}")
            indent = " " * (width + 3)

    def _print(self, *args, end="\n"):
        print(*args, file=self.stream, end=end)


def _order_name(field):
    name = str(field.value if isinstance(field, SortKey) else field)
    if name in _ORDERS:
        return name
    found = [n for n in _ORDERS if n.startswith(name)]
    if len({_ORDERS[n][1] for n in found}) != 1:
        raise KeyError(name)
    return found[0]


def _summed(a, b):
    return tuple(x + y for x, y in zip(a, b))


def _added(a, b):
    callers = dict(a[4])
    for k, part in b[4].items():
        callers[k] = _summed(callers[k], part) if k in callers else part
    return *_summed(a[:4], b[:4]), callers


def _stripped(key):
    return os.path.basename(key[0]), key[1], key[2]


def _standard_name(key):
    file, line, name = key
    if file == "~" and line == 0:
        if name.startswith("<") and name.endswith(">"):
            return "{%s}" % name[1:-1]
        return name
    return f"{file}:{line:d}({name})"


def _seconds(x):
    return f"{x:8.3f}"
