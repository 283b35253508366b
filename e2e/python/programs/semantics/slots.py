class Point:
    __slots__ = ("x", "y", "__dict__")


class Tight:
    __slots__ = ["a", "_b"]

    def __init__(self):
        self.a = 1


class Child(Tight):
    __slots__ = ("c",)


class Loose(Tight):
    pass


p = Point()
p.x, p.z = 1, 2
print(p.x, p.__dict__)
t = Tight()
for attempt in (lambda: setattr(t, "q", 1), lambda: t._b, lambda: t.__dict__, lambda: setattr(Child(), "d", 1), lambda: delattr(t, "_b")):
    try:
        attempt()
    except AttributeError as e:
        print(e)
c = Child()
c.c = 3
print(c.a, c.c, Child.__slots__, Tight.a.__class__.__name__)
l = Loose()
l.anything = 5
print(l.__dict__, l.a)
del t.a
print(hasattr(t, "a"))
try:
    class Bad:
        __slots__ = ("x",)
        x = 1
except ValueError as e:
    print(e)
