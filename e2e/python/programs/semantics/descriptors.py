class Typed:
    def __init__(self, kind, default=None):
        self.kind, self.default = kind, default

    def __set_name__(self, owner, name):
        print("naming", owner.__name__, name)
        self.name = name

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, self.default)

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}")
        obj.__dict__[self.name] = value

    def __delete__(self, obj):
        print("deleting", self.name)
        obj.__dict__.pop(self.name, None)


class Lazy:
    def __init__(self, fn):
        self.fn = fn

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner):
        print("computing", self.name)
        value = obj.__dict__[self.name] = self.fn(obj)
        return value


class P:
    x = Typed(int, 0)
    name = Typed(str)

    @Lazy
    def slow(self):
        return self.x * 100

    @property
    def double(self):
        "Twice x."
        return self.x * 2

    @double.setter
    def double(self, v):
        self.x = v // 2

    @double.deleter
    def double(self):
        self.x = 0


p = P()
print(p.x, p.name, P.x.kind)
p.x = 4
p.double = 10
print(p.x, p.double, p.slow, p.slow, p.__dict__, P.double.__doc__)
try:
    p.x = "5"
except TypeError as e:
    print(e)
del p.double
del p.name
p.__dict__["x"] = 99
print(p.x, type(P.__dict__["x"]).__name__, P.double.fget.__name__)
def f(self): return self
print(f.__get__(5)(), P.slow if False else "skipped", type(f.__get__(1, int)).__name__)
