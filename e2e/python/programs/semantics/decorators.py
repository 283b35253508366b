import functools


def trace(fn):
    @functools.wraps(fn)
    def wrapper(*a, **k):
        r = fn(*a, **k)
        print(f"{fn.__name__}{a} -> {r}")
        return r
    return wrapper


def repeat(n):
    def deco(fn):
        @functools.wraps(fn)
        def inner(*a):
            return [fn(*a) for _ in range(n)]
        return inner
    return deco


@trace
@repeat(2)
def square(x):
    "Squares."
    return x * x


print(square(3), square.__name__, square.__doc__, square.__wrapped__.__wrapped__(4))


class CountCalls:
    def __init__(self, fn):
        functools.update_wrapper(self, fn)
        self.fn, self.n = fn, 0

    def __call__(self, *a):
        self.n += 1
        return self.fn(*a)


@CountCalls
def hello(name):
    return "hello " + name


print(hello("a"), hello("b"), hello.n, hello.__name__)


def add_repr(cls):
    cls.__repr__ = lambda self: f"<{cls.__name__} {self.__dict__}>"
    return cls


@add_repr
class Thing:
    def __init__(self):
        self.a = 1

    @functools.cached_property
    def heavy(self):
        print("computed")
        return 42


t = Thing()
print(t, t.heavy, t.heavy, t)


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())


@functools.singledispatch
def kind(x):
    return "object"


@kind.register(int)
def _(x):
    return "int"


@kind.register
def _(x: list):
    return "list of " + ",".join(map(kind, x))


print(kind(1), kind("a"), kind([1, [2.5]]), kind(True))
reg = {}
@lambda f: reg.setdefault(f.__name__, f)
def named(): return "registered"
print(reg["named"](), functools.partial(int, base=2)("101"), functools.reduce(lambda a, b: a * b, range(1, 6)))
