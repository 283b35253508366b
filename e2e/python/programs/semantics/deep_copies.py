"""Copies of what refers to itself, is shared, or says how it is copied."""
import copy
from collections import OrderedDict, defaultdict, deque
from dataclasses import dataclass, field

shared = [1]
a = {"x": shared, "y": shared, "t": (shared, 1), "n": None}
s, d = copy.copy(a), copy.deepcopy(a)
print(s["x"] is shared, d["x"] is shared, d["x"] is d["y"], d["t"][0] is d["x"], d == a)
loop = [1]
loop.append(loop)
loop.append({"me": loop, "pair": (loop,)})
l2 = copy.deepcopy(loop)
print(l2[1] is l2, l2[2]["me"] is l2, l2[2]["pair"][0] is l2, l2 is loop, len(l2))
t = (1, "a", (2.5, None))
print(copy.deepcopy(t) is t, copy.copy(t) is t, copy.deepcopy((1, [2])) is t, copy.copy(len) is len, copy.deepcopy(print) is print, copy.deepcopy(int) is int)


@dataclass
class Node:
    name: str
    kids: list = field(default_factory=list)
    parent: "Node" = field(default=None, repr=False, compare=False)

    def add(self, kid):
        kid.parent = self
        self.kids.append(kid)
        return self


tree = Node("root").add(Node("a").add(Node("b"))).add(Node("c"))
twin = copy.deepcopy(tree)
print(twin, twin == tree, twin.kids[0].parent is twin, twin.kids[0].kids[0].parent is twin.kids[0], copy.copy(tree).kids is tree.kids)


class Custom:
    def __init__(self, v):
        self.v, self.how = v, "made"

    def __copy__(self):
        new = Custom(self.v)
        new.how = "copied"
        return new

    def __deepcopy__(self, memo):
        new = Custom(None)
        memo[id(self)] = new
        new.v = copy.deepcopy(self.v, memo)
        new.how = f"deep {len(memo) > 0}"
        return new


c = Custom([])
c.v.append(c)
e = copy.deepcopy([c, c])
print(copy.copy(c).how, copy.copy(c).v is c.v, e[0] is e[1], e[0].how, e[0].v[0] is e[0])


class Stated:
    __slots__ = ("a", "b", "__dict__")

    def __getstate__(self):
        return {"a": self.a}

    def __setstate__(self, state):
        self.a, self.b = state["a"], "restored"


class Reduced:
    def __init__(self, n, log=()):
        self.n, self.log = n, list(log)

    def __reduce__(self):
        return Reduced, (self.n + 1,), {"log": self.log + ["r"]}


class NewArgs(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    def __getnewargs__(self):
        return tuple(self)


st = Stated()
st.a, st.b = [1], 2
r = copy.deepcopy(Reduced(1))
n = copy.deepcopy(NewArgs([1], 2))
print(copy.copy(st).b, copy.copy(st).a is st.a, copy.deepcopy(st).a is st.a, r.n, r.log, type(n).__name__, n)
for value in (defaultdict(list, a=[1]), OrderedDict(b=[2]), deque([[3]], 5), bytearray(b"x"), {1, 2}, frozenset([1]), [[]], range(3), slice(1), 1 + 2j, Ellipsis, ValueError("v", [1])):
    s, d = copy.copy(value), copy.deepcopy(value)
    print(repr(value), s is value, d is value, type(d) is type(value), repr(s) == repr(d) == repr(value))
for bad in (lambda: copy.copy(v for v in ()), lambda: copy.deepcopy([iter(open)] if False else (v for v in ())), lambda: copy.copy()):
    try:
        print(bad())
    except TypeError as x:
        print(x)
l = [[0] * 2] * 2
k = copy.deepcopy(l)
k[0][0] = 5
print(l, k, [row[:] for row in l][0] is l[0], l.copy()[0] is l[0], dict(a) is a, a.copy()["x"] is shared)
memo = {}
copy.deepcopy(shared, memo)
print(memo[id(shared)], copy.deepcopy(shared, memo) is memo[id(shared)])
