# Ways in which programs use classes.
def t(f, *a, **k):
    try: print("=>", f(*a, **k))
    except Exception as e: print(type(e).__name__ + ":", e)
# a decorator like dataclass
def record(cls=None, *, order=False):
    def wrap(c):
        names = list(c.__dict__.get("__annotations__", {}))
        def __init__(self, *args, **kw):
            for n, v in zip(names, args): setattr(self, n, v)
            for n in names[len(args):]:
                if n in kw: setattr(self, n, kw.pop(n))
                elif hasattr(c, n): setattr(self, n, getattr(c, n))
                else: raise TypeError(f"missing {n}")
        def __repr__(self): return f"{c.__qualname__}({', '.join(f'{n}={getattr(self, n)!r}' for n in names)})"
        def __eq__(self, o): return all(getattr(self, n) == getattr(o, n) for n in names) if type(o) is type(self) else NotImplemented
        c.__init__, c.__repr__, c.__eq__ = __init__, __repr__, __eq__
        if order: c.__lt__ = lambda s, o: tuple(s.__dict__.values()) < tuple(o.__dict__.values())
        return c
    return wrap if cls is None else wrap(cls)
@record
class Point:
    x: int
    y: int = 5
@record(order=True)
class Ver:
    major: int
    minor: int = 0
print(Point(1), Point(1, 2), Point(1) == Point(1, 5), Point(1) == 3, Point(x=7), sorted([Ver(2), Ver(1, 3), Ver(1)])); t(Point)
# a registry by __init_subclass__
class Plugin:
    plugins = {}
    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw)
        cls.plugins[name or cls.__name__.lower()] = cls
class Foo(Plugin): pass
class Bar(Plugin, name="b"): pass
print({k: v.__name__ for k, v in Plugin.plugins.items()}); t(lambda: type("X", (Plugin,), {}, bad=1))
# mixins
class JsonMixin:
    def to(self): return {k: v for k, v in vars(self).items() if not k.startswith("_")}
class EqMixin:
    def __eq__(self, o): return self.to() == o.to()
    def __hash__(self): return hash(tuple(self.to().items()))
class Item(EqMixin, JsonMixin):
    def __init__(self, a): self.a = a; self._p = 1
print(Item(1) == Item(1), {Item(1), Item(1)}.__len__(), Item(1).to(), Item.__mro__)
# typed attributes
class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, o, owner=None): return self if o is None else o.__dict__[self.name]
    def __set__(self, o, v):
        if not isinstance(v, self.kind): raise TypeError(f"{self.name} must be {self.kind.__name__}, not {type(v).__name__}")
        o.__dict__[self.name] = v
class Person:
    name = Typed(str); age = Typed(int)
    def __init__(self, name, age): self.name = name; self.age = age
print(Person("a", 3).__dict__, type(Person.age).__name__); t(Person, 1, 2); t(lambda: Person("a", "b"))
# fluent, chained, recursive
class Node:
    def __init__(self, v, kids=()): self.v, self.kids = v, list(kids)
    def add(self, k): self.kids.append(k); return self
    def __iter__(self):
        yield self.v
        for k in self.kids: yield from k
print(list(Node(1).add(Node(2).add(Node(3))).add(Node(4))))
# proxy
class Proxy:
    def __init__(self, o): object.__setattr__(self, "_o", o)
    def __getattr__(self, n): return getattr(self._o, n)
    def __setattr__(self, n, v): setattr(self._o, n, v)
    @property
    def __class__(self): return type(self._o)
p = Proxy(Person("z", 1)); p.age = 9; print(p.age, p._o.age, isinstance(p, Person), type(p).__name__, p.__class__.__name__)
# singletons, counts, class attributes
class Count:
    n = 0
    def __new__(cls, *a): cls.n += 1; return super().__new__(cls)
class Count2(Count): pass
Count(); Count2(); Count2(1); print(Count.n, Count2.n)
class Lazy:
    def __getattr__(self, n):
        v = self.__dict__[n] = n.upper(); print("computed", n); return v
l = Lazy(); print(l.abc, l.abc)
# nested and local classes, closures, __class__
class Outer:
    class Inner:
        def who(self): return __class__.__qualname__
    def make(self):
        outer = self
        class Local:
            def get(self): return outer, __class__
        return Local
print(Outer.Inner().who(), Outer().make().__qualname__, Outer.Inner)
x = "global"
class Scope:
    x = "class"
    y = [x for _ in range(1)]
    z = x
    def f(self): return x
print(Scope.y, Scope.z, Scope().f())
# methods given to classes and objects later
def later(self, a): return (type(self).__name__, a)
Foo.later = later; print(Foo().later(1)); f = Foo(); f.bound = later.__get__(f); print(f.bound(2)); Foo.len = len; t(lambda: f.len([1]))
# private names
class Priv:
    def __init__(self): self.__a = 1
    def get(self): return self.__a
    def __m(self): return "m"
    def call(self): return self.__m()
print(Priv().get(), Priv().call(), Priv().__dict__); t(lambda: Priv().__a)
# errors in special methods pass
class Boom:
    def __getattribute__(self, n): raise ValueError("boom " + n)
t(lambda: Boom().x); t(lambda: hasattr(Boom(), "x")); t(lambda: getattr(Boom(), "x", 1))
class Rec:
    def __getattr__(self, n): return getattr(self, n + "x")
def rec():
    try: Rec().a
    except RecursionError as e: return type(e).__name__
t(rec)
class RecRepr:
    def __repr__(self): return repr(self)
def rr():
    try: repr(RecRepr())
    except RecursionError as e: return "RecursionError"
t(rr)
class A0: pass
for i in range(60): A0 = type("A%d" % i, (type("B", (A0,), {}), type("C", (A0,), {})), {})
print(len(A0.__mro__)); A0.__mro__[-2].attr = 1; print(A0.attr)
