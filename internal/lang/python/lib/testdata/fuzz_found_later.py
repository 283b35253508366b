import ast
import random
import re


def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


# an empty set's intersection hashes what it is given
for s in set(), {1}, {1, 2}, frozenset():
    t(lambda: s.intersection((True, [1])))
    t(lambda: s.intersection((True, 5, [1])))
    t(lambda: s.intersection([], [[]]))
# complex() of complex parts keeps the signs of zeros
t(lambda: complex(-5, -0.5j))
t(lambda: (complex(-5, -0.5j) * 10).imag)
t(lambda: complex(-0j, -0j))
t(lambda: complex(1j, -0.0))
t(lambda: complex(-0.0, 1j))
t(lambda: complex(1 + 2j, 3 + 4j))
# sorted takes its iterable before it looks at reverse
t(lambda: sorted(int, reverse=range(5)))
t(lambda: sorted([1], reverse=range(5)))
# a match shows 50 characters
t(lambda: re.match(".*", "a" * 100))
t(lambda: re.match(b".*", b"a" * 100))
t(lambda: re.match(".*", "\xe9\u65e5" * 40))
t(lambda: re.match(".*", "a" * 48))
# lone surrogates are in no seed and no source
t(lambda: random.Random("\ud800").random())
t(lambda: random.Random("\xe9").random())
t(lambda: eval("'\ud800'"))
t(lambda: exec("\ud800"))
t(lambda: compile("\udfff", "f", "exec"))
t(lambda: ast.parse("\ud800"))


# attributes of exceptions are set by BaseException's method, which comes before a mixin's
class Setter:
    def __setattr__(self, name, value):
        super().__setattr__(name, (value, "set"))

    def __getattribute__(self, name):
        return "got"


class Failure(ValueError, Setter):
    pass


class Number(int, Setter):
    pass


e = Failure()
e.n = 4
print(e.n, "__setattr__" in vars(BaseException), "__getattribute__" in vars(list))
n = Number(5)
n.n = 4
print(n.n, n.real)


# what differs in size, and has a __dict__, is a layout of its own
class T1(tuple):
    pass


class T2(tuple):
    pass


class T3(tuple):
    __slots__ = ()


t(lambda: type("T", (T1, T2), {}))
t(lambda: type("T", (T1, T3), {}).__mro__)
t(lambda: type("T", (type("I1", (int,), {}), type("I2", (int,), {})), {}))
t(lambda: type("T", (type("I1", (list,), {}), type("I2", (list,), {})), {}).__name__)
# what re.sub's replacement is, is looked up
t(lambda: re.sub("a", {1: 2}, "x"))
t(lambda: re.sub("a", [], "x"))
t(lambda: re.sub("a", 5, "x"))
