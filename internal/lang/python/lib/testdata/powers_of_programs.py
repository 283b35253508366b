"""A __pow__ that a program's class has of elsewhere, and lists whose __iter__ is their own."""

import binascii
import cmath
import hmac


class E:
    __pow__ = list.append


class K:
    __pow__ = complex.__pow__


class F(float):
    __pow__ = complex.__pow__


class N(int):
    def __pow__(self, other, modulus=None):
        return "N"


def show(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


for x in (2, 2.0, 2j, N(2), True):
    for y in (3, E(), K(), F(2), N(3), 3.0, True):
        for z in (5, E(), K(), F(2), N(5)):
            show(pow, x, y, z)


class Other(list):
    def __iter__(self):
        return iter([7])


x = Other([1, 2])
x += x
x.extend(x)
print(list.__repr__(x), len(x))

show(hmac.compare_digest, memoryview(b"abcd")[::2], b"ac")
show(cmath.log, 0, 2)
show(cmath.log, -0.0, 2)
show(cmath.log, 2, 0)
show(cmath.log, 0)

for flags in (-1, 1, 1 << 4, 1 << 10, 1 << 17, 1 << 24, 1 << 25, 1 << 40, 2**70, "a", 1.5, True):
    try:
        print(type(compile("1", "f", "eval", flags)).__name__)
    except Exception as e:
        print(type(e).__name__, e)
show(compile, "1", "f", "eval", 0, "x")
