fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])


def counter(start=0):
    n = start

    def inc(by=1):
        nonlocal n
        n += by
        return n

    def reset():
        nonlocal n
        n = start

    return inc, reset


inc, reset = counter(10)
print(inc(), inc(5))
reset()
print(inc(), inc.__closure__ is not None, inc.__code__.co_freevars, sorted(c.cell_contents for c in reset.__closure__))


def make():
    out = []
    for x in "ab":
        def f(y):
            return x + y
        out.append(f)
    return out


print([f("!") for f in make()])
x = "global"


def outer():
    x = "outer"

    class C:
        y = x
        x = "class"

        def m(self):
            return x

    return C.y, C.x, C().m()


print(outer())
adders = {n: (lambda k: lambda v: v + k)(n) for n in (1, 10)}
print(adders[1](5), adders[10](5))
