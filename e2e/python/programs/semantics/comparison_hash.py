import functools


@functools.total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        return isinstance(other, Version) and self.parts == other.parts

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts < other.parts

    def __hash__(self):
        return hash(self.parts)

    def __repr__(self):
        return "v" + ".".join(map(str, self.parts))


vs = [Version(t) for t in ("1.10", "1.2", "1.2.1", "0.9")]
print(sorted(vs), max(vs), Version("1.2") in vs, vs.index(Version("1.2")))
print(Version("1") >= Version("0"), Version("1") != Version("1"), len({Version("1"), Version("1")}))
try:
    Version("1") < 3
except TypeError as e:
    print(e)


class OnlyEq:
    def __eq__(self, o):
        return True


try:
    hash(OnlyEq())
except TypeError as e:
    print(e)
print(OnlyEq() == 5, 5 == OnlyEq(), OnlyEq() != 5, OnlyEq() in [1])


class Loud:
    def __init__(self, n): self.n = n
    def __eq__(self, o): print("eq", self.n, getattr(o, "n", o)); return NotImplemented
    def __lt__(self, o): print("lt", self.n, getattr(o, "n", o)); return NotImplemented
    def __gt__(self, o): print("gt", self.n, getattr(o, "n", o)); return True


a, b = Loud(1), Loud(2)
print(a == b, a == 5, a < b, a in [a, b], [a] == [a])
print((1, 2) < (1, 2, 0), [1, [2, 3]] < [1, [2, 4]], "Z" < "a", "abc" < "abd", () < (0,), b"a" < b"b")
nan = float("nan")
print([nan] == [nan], nan in [nan], (nan,) < (nan,), max(nan, 1), max(1, nan), sorted([3, nan, 1]))
print(1 == "1", None == 0, [] == (), "a" == b"a", {1} == frozenset({1}), range(3) == range(0, 3, 1), 1 != 1.0)
