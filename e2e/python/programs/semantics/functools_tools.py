"""singledispatch, cached_property, lru_cache, total_ordering, partial and its method."""
import functools
from collections.abc import Sequence
from functools import cache, cached_property, lru_cache, partial, partialmethod, reduce, singledispatch, singledispatchmethod, total_ordering, wraps


@singledispatch
def show(x, *more):
    return f"object {x!r}"


@show.register
def _(x: int):
    return f"int {x}"


@show.register(list)
@show.register(tuple)
def _(x):
    return "items " + ", ".join(map(show, x))


@show.register
def sequence(x: Sequence):
    return f"sequence of {len(x)}"


@show.register
def _(x: float):
    return "float"


print(show(1), show(True), show([1, "a", 2.0]), show((None,)), show("text"), show(range(3)), show({}), show.dispatch(bool) is show.registry[int], show.__name__, sequence(b"ab"))
for bad in (lambda: show(), lambda: show.register(5), lambda: show.register(lambda x: x)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, str(e)[:60])


class Box:
    made = 0

    @cached_property
    def value(self):
        Box.made += 1
        return [Box.made]

    @singledispatchmethod
    def put(self, x):
        return "anything"

    @put.register
    def _(self, x: str):
        return "text " + x

    def move(self, x, y=0, *, fast=False):
        return (x, y, fast)

    left = partialmethod(move, -1, fast=True)


b = Box()
print(b.value is b.value, Box.made, vars(b), b.put("s"), b.put(5), b.left(), b.left(7), b.left(fast=False))
del b.value
print(b.value, isinstance(Box.value, cached_property))
calls = []


@lru_cache(maxsize=2)
def square(x, k=0):
    calls.append(x)
    return x * x


print([square(v) for v in (1, 2, 1, 3, 2, 1.0)], calls, square.cache_info(), square(1, k=0), square.cache_info().misses, square.cache_parameters())
square.cache_clear()
print(square.cache_info(), square.__wrapped__(9))
try:
    square([])
except TypeError as e:
    print(e)


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(100), fib.cache_info().currsize)


@total_ordering
class Size:
    order = "SML"

    def __init__(self, s):
        self.s = s

    def __eq__(self, other):
        return self.s == other.s if isinstance(other, Size) else NotImplemented

    def __gt__(self, other):
        return self.order.index(self.s) > self.order.index(other.s) if isinstance(other, Size) else NotImplemented


S, M = Size("S"), Size("M")
print(S < M, S <= M, S >= M, M >= M, S <= S, S != M)
try:
    S <= 5
except TypeError as e:
    print(e)
p = partial(int, base=2)
q = partial(partial(print, 1, end="|"), 2, sep="-")
print(p("101"), p.func, p.args, p.keywords, q.args, q.keywords)
q(3)
q(end="!\n")
print(reduce(lambda a, c: f"({a}{c})", "abcd"), reduce(lambda a, c: a + c, [], 0), repr(partial(max, 1, key=abs)), functools.cmp_to_key(lambda a, c: c - a)(1) < functools.cmp_to_key(lambda a, c: 1)(2) if False else sorted([1, 3, 2], key=functools.cmp_to_key(lambda a, c: c - a)))
try:
    reduce(max, [])
except TypeError as e:
    print(e)


def logged(f):
    @wraps(f)
    def inner(*args):
        """inner's own"""
        return f(*args)

    return inner


@logged
def documented(x: int) -> str:
    """Says x."""


print(documented.__name__, documented.__doc__, documented.__annotations__, documented.__wrapped__.__qualname__, documented.__qualname__)
