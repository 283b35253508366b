# A function whose code is replaced keeps its defaults.
def real(n, create=None, *, k=3):
    return n, create, k


def lazy(*args, wrapper=None, **kwargs):
    lazy.__code__ = real.__code__
    return lazy(*args, **kwargs)


lazy.__defaults__ = real.__defaults__
lazy.__kwdefaults__.update(real.__kwdefaults__)
lazy.__kwdefaults__["_wrapper"] = lazy
print(lazy.__defaults__, sorted(lazy.__kwdefaults__))
print(lazy(1), lazy(2, 5), lazy.__defaults__)


def none():
    return "none"


none.__defaults__ = (1, 2, 3, 4)
print(none(), none.__defaults__)
none.__code__ = (lambda a, b, c: (a, b, c)).__code__
print(none(), none(9), none.__defaults__)
none.__code__ = (lambda a, *, k: (a, k)).__code__
try:
    none()
except TypeError as e:
    print(e)
none.__kwdefaults__ = {"k": 1, "other": 2}
print(none(), none.__kwdefaults__)
none.__code__ = (lambda *, other: other).__code__
print(none())


def two(a, b=2, /, c=3):
    return a, b, c


two.__defaults__ = None
try:
    two(1)
except TypeError as e:
    print(e)
two.__defaults__ = ("x",)
print(two(1, 2))
import inspect

two.__defaults__ = (7, 8, 9)
print(two(), inspect.signature(two))
none.__code__ = (lambda a: a).__code__
