def append(item, to=[]):
    to.append(item)
    return to


print(append(1), append(2), append(3, []), append(4))
print(append.__defaults__)
n = 5


def f(a, b=n, *, c=n * 2, d=None):
    return a, b, c, d


n = 100
print(f(1), f(1, 2, c=3), f(a=0, d="x"))
f.__defaults__ = (42,)
print(f(1), f.__kwdefaults__)
f.__kwdefaults__["c"] = "changed"
print(f(1))


def order():
    print("evaluated", end=" ")
    return 0


def g(x=order(), y=order()):
    return x + y


print()
print(g(), g(1))


def pos(a, b, /, c, *rest, d=4, **more):
    return a, b, c, rest, d, more


print(pos(1, 2, 3), pos(1, 2, c=3, a=9), pos(1, 2, 3, 4, 5, d=6, e=7, b=8))
