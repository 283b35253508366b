# What int(), float() and their like take, and the warnings that they give.
import math
import warnings


class Small(int):
    pass


class Half(float):
    pass


class C(complex):
    pass


class Gives:
    def __init__(self, **k):
        self.k = k

    def __int__(self):
        return self.k["int"]

    def __float__(self):
        return self.k["float"]

    def __complex__(self):
        return self.k["complex"]


class Index:
    def __index__(self):
        return True


class Trunc:
    def __trunc__(self):
        return Small(3)


def attempt(f, *a, **k):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try:
            v = f(*a, **k)
            print(type(v).__name__, v, end=" ")
        except Exception as e:
            print(type(e).__name__, e, end=" ")
    print([str(x.message) for x in w])


attempt(int, Gives(int=Small(3)))
attempt(int, Gives(int=True))
attempt(int, Gives(int=2.5))
attempt(float, Gives(float=Half(2.5)))
attempt(complex, Gives(complex=C(1, 2)))
attempt(int, Trunc())
attempt(int, Index())
attempt(range, Index())
attempt(bool, NotImplemented)
attempt([1, 2].__getitem__, Index())
with warnings.catch_warnings():
    warnings.simplefilter("error")
    attempt(int, Index())

for x in (b" 3.5 ", bytearray(b"\t4.5\n"), memoryview(b"12.3")[1:4], memoryview(b"1_0.5")):
    print(float(x))
print(int(memoryview(b"123")[1:3]), int(b" 12 "))
for f, x in ((float, b" 3 4"), (float, memoryview(b"x")), (int, b"1 2"), (float.__getformat__, 1)):
    try:
        f(x)
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
print(math.copysign(1, float("-nan")), math.copysign(1, float("nan")), repr(float("-nan")))


def names(base, *args):
    class Plain(base):
        pass

    class Init(base):
        def __init__(self, *args, newarg=None):
            self.newarg = newarg

    class New(base):
        def __new__(cls, *args, newarg=None):
            self = super().__new__(cls, *args)
            self.newarg = newarg
            return self
    for c in (base, Plain, Init, New):
        try:
            v = c(*args, newarg=3)
            print(c.__name__, v.newarg)
        except TypeError as e:
            print(c.__name__, "TypeError")


for base, args in ((tuple, ([1],)), (list, ([1],)), (set, ([1],)), (frozenset, ([1],)), (float, (1.5,)), (map, (str, [])), (filter, (None, []))):
    names(base, *args)
print(list(type("L", (list,), {"__new__": lambda c, *a, **k: list.__new__(c)})([1, 2], x=1)))
