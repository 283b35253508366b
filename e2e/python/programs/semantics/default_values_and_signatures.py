"""How arguments find their parameters, and what is said when they do not."""


def full(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw


def pos(a, /, **kw):
    return a, kw


def only(*, k, j=1):
    return k, j


print(full(1, d=4), full(1, 2, 3, 4, 5, d=6, z=7), full(1, d=0, a="kw", b="kw"), pos(1, a=2), only(k=1), full(*[1, 2], *(3, 4), **{"d": 1}, **{"x": 2}), full(1, *"xy", d=1, *"z"))
for code in ("full()", "full(1)", "full(1, 2, 3, e=1)", "full(1, d=1, d=2)", "full(1, d=1, **{'d': 2})", "full(1, c=1, *[2, 3], d=4)", "pos()", "pos(a=1)", "pos(1, 2)", "only()", "only(1, k=2)", "only(k=1, q=2)", "only(k=1, **{5: 1})", "(lambda: 0)(1)", "(lambda x: 0)()", "(lambda x, y: 0)(1, y=2, x=3)", "(lambda *a: a)(b=1)", "full(**5)", "full(*5)", "len()", "len(1, 2)", "len(x=1)", "print(a=1)", "int('1', bas=2)", "int(1, 2, 3)", "dict(1, 2)", "[].append()", "'a'.split(1, 2, 3)", "sorted([1], reverse='x')", "isinstance(1)", "range()", "object(1)", "type('a', 1)", "Meth().m(1, 2)", "Meth.m()", "Meth(1)", "Meth().s(1)", "Meth.c(1, 2)", "full.__call__(1, d=2)"):
    class Meth:
        def m(self, x): ...

        @staticmethod
        def s(): ...

        @classmethod
        def c(cls, x): ...

    try:
        print(code, "=", eval(code))
    except (Exception, SyntaxError) as e:
        print(code, "!", type(e).__name__, str(e).split(" (<string>")[0])
log = []


def tag(x):
    log.append(x)
    return x


def evaluated(a=tag("default a"), *, b=tag("default b")) -> tag("annotation"):
    return a, b


evaluated(tag(1), b=tag(2))
evaluated(*[tag(3)], **{"b": tag(4)})
print(log, evaluated.__defaults__, evaluated.__kwdefaults__, evaluated.__annotations__)
evaluated.__defaults__ = ("replaced",)
evaluated.__kwdefaults__["b"] = "too"
print(evaluated())
evaluated.__defaults__ = None
try:
    evaluated()
except TypeError as e:
    print(e)


def counter(start, step=[1], cache={}):
    cache[start] = cache.get(start, 0) + step[0]
    step[0] *= 2
    return cache


print(counter("a"), counter("b"), counter("a"), counter("a", [100], {}), counter.__defaults__)
args, kwargs = [1, 2], {"d": 3}
r = full(*args, **kwargs)
args.append(9)
kwargs["z"] = 1
print(r, (lambda *a, **k: (a is args, k is kwargs))(*args, **kwargs), (lambda a, b=lambda: "inner": b())(0))
fs = {n: (lambda x, n=n: x * n) for n in range(3)}
print(fs[2](5), [f() for f in [lambda i=i: i for i in range(3)]], [f() for f in [lambda: i for i in range(3)]])
