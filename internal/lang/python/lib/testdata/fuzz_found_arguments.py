import collections
import functools
import operator
import string
import types


def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


union = int | str
deque = collections.deque([1])

print("classes are named with their module")
t(lambda: [*union])
t(lambda: len(*union))
t(lambda: "x" in union)
t(lambda: -union)
t(lambda: abs(union))
t(lambda: [1][union])
t(lambda: "a".center(union))
t(lambda: "a".find(union))
t(lambda: "a".startswith(union))
t(lambda: ",".join(union))
t(lambda: ",".join([list[int]]))
t(lambda: next(union))
t(lambda: operator.neg(union))
t(lambda: operator.setitem(functools.partial(len), 0, 1))
t(lambda: exec("a, b = x", {"x": functools.partial(len)}))
t(lambda: deque + [1])
t(lambda: collections.deque.zz)
t(lambda: collections.deque.maxlen)
t(lambda: bytearray().extend(union))

print("the bounds are looked at before what is sought")
for name in "find", "rfind", "index", "rindex", "count":
    for value in b"abc", bytearray(b"abc"):
        t(lambda: getattr(value, name)("a", 1.5))
        t(lambda: getattr(value, name)(None, 0, []))
        t(lambda: getattr(value, name)(300, 9))
        t(lambda: getattr(value, name)(b"b", -2, 3))
t(lambda: b"abc".startswith("a", 1.5))
t(lambda: str.maketrans(1, 2))
t(lambda: str.maketrans(1, "a", None))
t(lambda: b"a".hex(("a", "b")))
t(lambda: b"a".hex(None, 10**20))
t(lambda: "a".splitlines(10**20))

print("a class's attribute is read-only only where an object has no attributes of its own")


class Slotted:
    __slots__ = ("s",)
    d = 1


class Error(Exception):
    d = 1


for x in Slotted(), Error(), (lambda: 0), collections.Counter(), deque:
    t(lambda: delattr(x, "d"))
    t(lambda: delattr(x, "__eq__"))
    t(lambda: delattr(x, "zz"))
t(lambda: setattr(Slotted(), "d", 2))
t(lambda: setattr(deque, "append", 2))
t(lambda: setattr(deque, "maxlen", 2))

print("a width far below 0")
t(lambda: "12".zfill(-(2**63)))
t(lambda: b"12".zfill(-(2**63)))
t(lambda: "12".center(-(2**63)))
t(lambda: b"12".ljust(-(2**63)))
t(lambda: "%(k)s" % {1: 2}.keys())
t(lambda: "a" % deque)
t(lambda: b"a" % deque)

print("methods are of their class")
t(lambda: string.capwords(b"a b"))
t(lambda: list(map(str.capitalize, [b"a"])))
t(lambda: str.upper.__get__(1))
t(lambda: str.__add__.__get__(1))
t(lambda: classmethod(len).__get__(None))
t(lambda: classmethod(len).__get__(None, None))
t(lambda: classmethod(len).__get__(None, 1).__self__)
t(lambda: str.__add__())
t(lambda: str.upper())
t(lambda: collections.deque.append(1))
t(lambda: True.bit_length(1))
t(lambda: True.bit_length(*[1]))
t(lambda: int.bit_length(True, 1))
t(lambda: (1).__divmod__())
t(lambda: "a".__mul__())
t(lambda: (1).__mul__())
t(lambda: [].__setitem__(1))
t(lambda: [].__getitem__())
t(lambda: {}.__contains__(1, 2))
t(lambda: {}.__ge__())
t(lambda: b"a".find(x=1))
t(lambda: b"a".find(**{"x": 1}))
t(lambda: set().union(x=1))
t(lambda: set().union(**{"x": 1}))
t(lambda: str.maketrans(x=1))
t(lambda: operator.add(1, 2, x=1))
t(lambda: b"a".__eq__(bytearray(b"a")))
t(lambda: (b"a" == bytearray(b"a"), b"a" != memoryview(b"a"), b"a" < bytearray(b"b")))
t(lambda: b"a".__rmod__(b"%s"))
t(lambda: b"a".__rmod__(1))
t(lambda: list[len])

print("how many arguments, then what is missing, then what is given twice or unknown")
t(lambda: "a".encode("a", "b", x=1))
t(lambda: "a".encode(x=1))
t(lambda: "a".encode("a", encoding="b"))
t(lambda: "a".encode("a", "b", encoding="b"))
t(lambda: int.from_bytes(x=1))
t(lambda: int.from_bytes(1, 2, 3, x=1))
t(lambda: b"a".translate(x=1))
t(lambda: round(x=1))
t(lambda: round(1, 2, number=1))
t(lambda: int(1, 2, base=3))
t(lambda: int(**dict.fromkeys("abc")))
t(lambda: memoryview(1, 2))
t(lambda: [].sort(1))
t(lambda: [].sort(1, 2, 3))
t(lambda: sorted([1], x=1))
t(lambda: float(1, 2, x=1))
t(lambda: "a".center(1, 2, 3, x=1))
t(lambda: "a".__format__(None))
t(lambda: types.MappingProxyType(deque))
t(lambda: type(None)(1))
t(lambda: memoryview(b"ab").tobytes("x"))
t(lambda: memoryview(b"ab")[()])

print("classes that CPython has in C")
t(lambda: collections.defaultdict() + 1)
t(lambda: collections.defaultdict.zz)
t(lambda: setattr(collections.defaultdict, "zz", 1))
t(lambda: "%d" % collections.defaultdict())
t(lambda: types.SimpleNamespace() + 1)
t(lambda: types.SimpleNamespace(1))
t(lambda: types.SimpleNamespace().zz)
t(lambda: b"%.99999999999f" % 1)
t(lambda: b"%f" % "a")

print("slots of classes whose size varies")
for b in int, tuple, type, str:
    for s in (), ("__dict__",), (1,), ("1a",), ("a",):
        t(lambda: type("C", (b,), {"__slots__": s}).__name__)
t(lambda: setattr(1j, "real", 1))


class Outer:
    class Inner:
        __module__ = "builtins"


print(repr(Outer.Inner()).partition(" at ")[0])
