# Signatures of functions whose defaults and code are odd.
import inspect
import types


def show(f):
    try:
        print(inspect.signature(f))
    except Exception as e:
        print(type(e).__name__, e)


def f(a, b): pass
def g(): pass
def h(a, /, b, *c, d, **e): pass


for defaults in None, (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), (1, 2, 3, 4, 5):
    f.__defaults__ = g.__defaults__ = h.__defaults__ = defaults
    show(f)
    show(g)
    show(h)
h.__defaults__ = None
for defaults in {}, None, {"d": 1}, {"zz": 3}, {"a": 5}, {"d": None, "e": 2}:
    h.__kwdefaults__ = defaults
    show(h)


def k(x=1): pass


k.__code__ = h.__code__
show(k)
k.__defaults__ = (1, 2, 3, 4, 5)
show(k)


class A:
    def __init__(self, a, b): pass


for defaults in (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4):
    A.__init__.__defaults__ = defaults
    show(A)
    show(A.__init__)
h.__text_signature__ = "(a, b)"
show(h)
for value in 5, None, "(a)", inspect.Signature():
    h.__signature__ = value
    show(h)
del h.__signature__
h.__kwdefaults__ = None


def like(defaults, kwdefaults, annotations):
    class Like:
        __name__ = "like"
        __code__ = h.__code__
        __defaults__, __kwdefaults__, __annotations__ = defaults, kwdefaults, annotations

        def __call__(self, q): pass
    return Like()


show(like((1,), {"d": 4}, {"a": int}))
show(like(5, None, {}))
show(like(None, 5, {}))
show(like(None, None, 5))
show(like((1, 2, 3), None, {"return": str, "zz": 1}))
show(5)
m = types.MethodType(g, 5)
show(m)
g.__defaults__ = (1,)
show(m)
m = types.MethodType(lambda *, a: 0, 5)
show(m)
show(types.MethodType(lambda *a: 0, 5))
show(types.MethodType(lambda **a: 0, 5))
