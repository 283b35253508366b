"""sort is stable, asks only __lt__, and a list that is changed under it says so."""
import functools
import operator
from operator import attrgetter, itemgetter

people = [("Ann", 30), ("Bob", 25), ("Cid", 30), ("Dee", 25), ("Eve", 35)]
by_age = sorted(people, key=itemgetter(1))
print(by_age, sorted(people, key=itemgetter(1), reverse=True), sorted(by_age, reverse=True)[0])
print(sorted("bAcB", key=str.lower), sorted("bAcB", key=str.lower, reverse=True), sorted({3: "x", 1: "y"}), sorted([True, 0, 1.0, False, 1]))
print(sorted(people, key=lambda p: (-p[1], p[0])), sorted([[2], [1, 5], [1], []]), sorted([(1, "b"), (1, "a"), (0, "z")]))


class OnlyLess:
    calls = 0

    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        OnlyLess.calls += 1
        return self.v < other.v

    def __repr__(self):
        return f"o{self.v}"


print(sorted(map(OnlyLess, (3, 1, 2))), OnlyLess.calls <= 3, min(map(OnlyLess, (3, 1, 2)), default=None), sorted([OnlyLess(1)]))
try:
    max(OnlyLess(1), OnlyLess(2), key=lambda o: object())
except TypeError as e:
    print(e)
for values in ([1, "a"], ["a", None], [1j, 2j], [{}, {}], [[1], ["a"]], [(1, {}), (1, {})], [None], [object]):
    try:
        print(sorted(values))
    except TypeError as e:
        print(e)
l = [5, 3, 4, 1]


def key(v):
    seen.append(len(l))
    if v == 4:
        raise ValueError("bad key")
    return v


seen = []
try:
    l.sort(key=key)
except ValueError as e:
    print(e, l, seen)
l = [3, 2, 1]
try:
    l.sort(key=lambda v: l.append(v) or v)
except ValueError as e:
    print(e, l)


class Raising(int):
    def __lt__(self, other):
        if other == 9 or self == 9:
            raise KeyError("nine")
        return int(self) < int(other)


l = [Raising(v) for v in (4, 2, 9, 1)]
try:
    l.sort()
except KeyError as e:
    print(e, sorted(map(int, l)))
print(sorted("aXbY", key=functools.cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))))
big = [(i * 7919 % 101, i) for i in range(300)]
once = sorted(big, key=itemgetter(0))
print(all(a[0] < b[0] or a[0] == b[0] and a[1] < b[1] for a, b in zip(once, once[1:])), once == sorted(big), sorted(once, key=itemgetter(0), reverse=True)[:3])
records = [type("R", (), {"a": a, "b": b, "__repr__": lambda s: f"{s.a}{s.b}"})() for a, b in ((2, "x"), (1, "y"), (2, "a"))]
print(sorted(records, key=attrgetter("a", "b")), sorted(records, key=operator.methodcaller("__repr__"))[0])
nan = float("nan")
print([3, nan, 1].sort(), sorted([2, nan, 1])[1] != sorted([2, nan, 1])[1], sorted(range(5), key=lambda v: v % 2), [].sort() is None)
for bad in (lambda: sorted(), lambda: sorted(5), lambda: sorted([], 1), lambda: [].sort(1), lambda: [].sort(keys=1), lambda: sorted([1, 2], key=5), lambda: min(), lambda: max([]), lambda: min(1, 2, default=3), lambda: min(5)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(min("b", "a", key=ord), max([], default="none"), min((2, "first"), (2, "second"), key=itemgetter(0)), max((2, "first"), (2, "second"), key=itemgetter(0)))
