# What __reduce__ and __reduce_ex__ answer by protocol, and what pickle makes of it: which
# the fuzzer found.
import copy
import pickle
import re


class A:
    def __init__(self, *a):
        self.a = a

    def __eq__(self, o):
        return type(self) is type(o) and self.__dict__ == o.__dict__


class B(int):
    pass


class C(float):
    pass


class D(list):
    pass


class E(dict):
    pass


class S:
    __slots__ = ('x',)


class S1(S):
    pass


class S2(S):
    __slots__ = ()


class S3(S):
    def __getstate__(self):
        return 5

    def __setstate__(self, s):
        self.x = s


class R:
    def __reduce__(self):
        return A, (1, 2)


class Q:
    def __reduce_ex__(self, p):
        return super().__reduce_ex__(p)


def shown(x):
    text = re.sub(' at 0x[0-9a-f]+', '', str(x))
    return text.replace('built-in function', 'function')


b, d, e, s = B(7), D([1]), E(a=1), S()
b.q = d.q = e.q = s.x = 4
things = [1, True, .3, 'a', b'a', 1j, [], (1,), {}, {1}, frozenset(), ..., range(3), range(10**30), slice(1), bytearray(b'\xff\x00'), bytearray(),
          A(1), b, C(3), d, e, s, S(), S1(), S2(), S3(), R(), Q(), NotImplemented, ValueError(1), object(), lambda: 0]
for x in things:
    for f in '__reduce__()', '__reduce_ex__(0)', '__reduce_ex__(1)', '__reduce_ex__(2)', '__reduce_ex__(4)':
        try:
            print(type(x), f, shown(eval('x.' + f)))
        except Exception as error:
            print(type(x), f, type(error).__name__, error)
    for p in range(6):
        try:
            data = pickle.dumps(x, p)
            r = pickle.loads(data)
            print(p, data, type(r), r == x, getattr(r, '__dict__', None))
        except Exception as error:
            print(p, type(error).__name__, shown(error))
    try:
        y, z = copy.copy(x), copy.deepcopy(x)
        print(type(y), y == x, type(z), z == x)
    except Exception as error:
        print(type(error).__name__, error)
for x in bytearray(b'x'), range(3), A(1), 1:
    for p in None, 'x', 1.5, (), 10**30, -1:
        try:
            print(shown(x.__reduce_ex__(p)))
        except Exception as error:
            print(type(error).__name__, error)
