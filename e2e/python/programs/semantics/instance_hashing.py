"""Which instances may be keys, and what equality and hash have to do with it."""


class EqOnly:
    def __eq__(self, other):
        return True


class Restored(EqOnly):
    __hash__ = object.__hash__


class Inherits(Restored):
    pass


class Keyed:
    log = []

    def __init__(self, key, tag=""):
        self.key, self.tag = key, tag

    def __hash__(self):
        Keyed.log.append(f"h{self.tag}")
        return hash(self.key)

    def __eq__(self, other):
        Keyed.log.append(f"{self.tag}={getattr(other, 'tag', other)}")
        return isinstance(other, Keyed) and self.key == other.key

    def __repr__(self):
        return f"{self.key}{self.tag}"


def log():
    text = " ".join(Keyed.log)
    Keyed.log.clear()
    return text


print(EqOnly.__hash__, EqOnly() == 5, 5 == EqOnly(), EqOnly() != 5, EqOnly() in [1], [1].index(EqOnly()), [1, 2].count(EqOnly()))
for cls in (EqOnly, Restored, Inherits):
    try:
        print(cls.__name__, len({cls(): 1}))
    except TypeError as e:
        print(e)
a, b, c = Keyed(1, "a"), Keyed(1, "b"), Keyed(2, "c")
d = {a: "first"}
print(log())
d[b] = "second"
print(d, log())
print(d[a], log(), d.get(c), log(), a in d, log())
print({a, b, c} == {c, b}, sorted(log().split()).count("ha"), 1 in d, log())
print([a, b] == [b, a], log(), a in [a], log(), (a,) == (a,), log(), a == a, log())
s = {a}
a.key = 99
print(a in s, a in list(s), len(s | {a}), log() != "")


class Big:
    def __init__(self, h):
        self.h = h

    def __hash__(self):
        return self.h


print(hash(Big(2**61 - 1)), hash(Big(2**61)), hash(Big(-1)), hash(Big(-(2**70))), hash(Big(True)), hash(Big(10**30)) == hash(10**30))
for h in (1.5, "x", None):
    try:
        hash(Big(h))
    except TypeError as e:
        print(e)


class Raises:
    def __init__(self, where):
        self.where = where

    def __hash__(self):
        if self.where == "hash":
            raise ValueError("in hash")
        return 1

    def __eq__(self, other):
        raise KeyError("in eq")


for f in (lambda: {Raises("hash")}, lambda: {Raises("")}.__len__(), lambda: {Raises(""): 1, Raises(""): 2}, lambda: Raises("") in {1: 2}, lambda: {2: 1}.get(Raises("")), lambda: Raises("") == 1, lambda: Raises("") in [1], lambda: [1].remove(Raises(""))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
for value in ([], {}, set(), bytearray(), (1, []), {1: 2}.items(), slice(1), [1].__iter__(), (1, (2, (3,))), frozenset([1]), range(2), None, ..., NotImplemented, len, int, 1j):
    try:
        hash(value)
        print(type(value).__name__, "hashable")
    except TypeError as e:
        print(e)
print(hash(1) == hash(1.0) == hash(True) == hash(1 + 0j), {1: "int", 1.0: "float", True: "bool"}, {True, 1, 0, False}, hash((1, 2)) == hash((1.0, 2.0)), hash(-1) == hash(-2), {-1: "a", -2: "b"}, hash(2**61 - 1), hash(range(0)) == hash(range(5, 5)))
