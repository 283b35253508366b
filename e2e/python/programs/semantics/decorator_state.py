"""Decorators that keep state, take arguments, wrap classes and are methods."""
import functools
import itertools

order = []


def note(name):
    order.append(f"eval {name}")

    def deco(f):
        order.append(f"apply {name}")
        return f

    return deco


@note("outer")
@note("inner")
def decorated(): ...


print(order)


class Counted:
    def __init__(self, f):
        functools.update_wrapper(self, f)
        self.f, self.calls = f, 0

    def __call__(self, *args):
        self.calls += 1
        return self.f(*args)

    def __get__(self, instance, owner=None):
        return self if instance is None else functools.partial(self, instance)


class Service:
    @Counted
    def work(self, x):
        """Works."""
        return (type(self).__name__, x)

    def guard(f):
        @functools.wraps(f)
        def inner(self, *a):
            return f"guarded {f(self, *a)}"

        return inner

    @guard
    def risky(self, x):
        return x

    @property
    @functools.cache
    def constant(self):
        return next(numbers)

    @classmethod
    @functools.lru_cache
    def shared(cls, n):
        return (cls.__name__, n, next(numbers))

    del guard


numbers = itertools.count(1)
s = Service()
print(s.work(1), Service().work(2), Service.work.calls, Service.work.__doc__, Service.work.__name__, s.risky(5), hasattr(s, "guard"))
print(s.constant, s.constant, Service().constant, s.shared(1), Service.shared(1), Service.shared(2))


def retry(times, on=Exception):
    def deco(f):
        @functools.wraps(f)
        def inner(*a, **k):
            for inner.attempts in range(1, times + 1):
                try:
                    return f(*a, **k)
                except on as e:
                    last = e
            raise RuntimeError(f"{f.__name__} failed {times} times") from last

        return inner

    return deco


@retry(3, on=(ValueError, KeyError))
def flaky(failures):
    if failures:
        raise failures.pop()
    return "done"


print(flaky([ValueError(1), KeyError(2)]), flaky.attempts)
for failures in ([ValueError(i) for i in range(4)], [TypeError("not retried")]):
    try:
        flaky(failures)
    except Exception as e:
        print(repr(e), repr(e.__cause__), flaky.attempts)


def register(cls=None, /, *, name=None):
    if cls is None:
        return functools.partial(register, name=name)
    registry[name or cls.__name__] = cls
    cls.registered = True
    return cls


registry = {}


@register
class A: ...


@register(name="bee")
class B(A): ...


@(lambda c: [c, c.__name__])
class Listed: ...


@(table := {"x": lambda f: f.__name__})["x"]
def becomes_text(): ...


print(sorted(registry), B.registered, Listed[1], becomes_text, list(table))


def memo(f, seen={}):
    def inner(*a):
        if (f, a) not in seen:
            seen[f, a] = f(*a)
        return seen[f, a]

    return inner


@memo
def paths(r, c):
    return 1 if not r or not c else paths(r - 1, c) + paths(r, c - 1)


print(paths(16, 16))
for bad in ("@5\ndef f(): ...", "@None\nclass C: ...", "@undefined\ndef f(): ...", "@note\ndef f(): ..."):
    try:
        exec(bad)
        print("fine")
    except Exception as e:
        print(type(e).__name__, e)
