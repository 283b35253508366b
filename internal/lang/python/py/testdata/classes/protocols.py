def t(f, *a, **k):
    try: print("=>", f(*a, **k))
    except Exception as e: print(type(e).__name__ + ":", str(e)[:200])
# abc
import abc
class Shape(abc.ABC):
    @property
    @abc.abstractmethod
    def area(self): ...
    @abc.abstractmethod
    def name(self): ...
    @classmethod
    @abc.abstractmethod
    def mk(cls): ...
    @staticmethod
    @abc.abstractmethod
    def st(): ...
class Sq(Shape):
    area = 4
    def name(self): return "sq"
    @classmethod
    def mk(cls): return cls()
    @staticmethod
    def st(): return 1
t(Shape); print(Sq.mk().area, Sq().name(), isinstance(Sq(), Shape), sorted(Shape.__abstractmethods__), Sq.__abstractmethods__)
class Dk:
    def quack(self): pass
Shape.register(Dk); print(isinstance(Dk(), Shape), issubclass(Dk, Shape), issubclass(int, Shape))
class Hook(abc.ABC):
    @classmethod
    def __subclasshook__(cls, c): return hasattr(c, "quack") or NotImplemented
print(isinstance(Dk(), Hook), isinstance(3, Hook))
# exceptions in class bodies and their effects
def bad():
    class X:
        y = 1 / 0
t(bad)
def bad2():
    class X(undefined): pass
t(bad2)
def bad3():
    class X(1): pass
t(bad3)
def bad4():
    class X("a", int): pass
t(bad4)
def bad5():
    class X(metaclass=3): pass
t(bad5)
def bad6():
    class X(int, metaclass=abc.ABCMeta, foo=1): pass
t(bad6)
def bad7():
    class X(*[int, str]): pass
t(bad7)
kw = {"metaclass": abc.ABCMeta}
class Kw(*(int,), **kw): pass
print(type(Kw), Kw(3) + 1)
# slots inheritance
class B1: __slots__ = ("a",)
class B2(B1): __slots__ = ("b",)
class B3(B2): __slots__ = ()
b = B3(); b.a, b.b = 1, 2; print(b.a, b.b, hasattr(b, "__dict__"), B3.__slots__, B2.b)
for s in ("a", "b"): delattr(b, s)
print(hasattr(b, "a"))
class B4(B2):
    __slots__ = ["c", "__weakref__"]
    def __init__(self): self.c = 0
x = B4(); x.c += 5; print(x.c); t(lambda: x.d); t(setattr, x, "d", 1)
class St:
    __slots__ = "single"
y = St(); y.single = 3; print(y.single)
class Def:
    __slots__ = ("v",)
    def __getattr__(self, n): return "dflt " + n
d = Def(); print(d.v, d.w); d.v = 1; print(d.v)
# data descriptor vs slots vs class attribute
class Base: v = 1
class Derived(Base): __slots__ = ("v",)
z = Derived(); t(lambda: z.v); z.v = 2; print(z.v, Base.v)
# eq / hash / ordering
class P:
    def __init__(s, x): s.x = x
    def __eq__(s, o): return s.x == o.x
    def __hash__(s): return hash(s.x)
    def __lt__(s, o): return s.x < o.x
print(sorted([P(3), P(1)])[0].x, max(P(1), P(9)).x, P(1) in [P(1)], {P(1), P(1)}.__len__(), P(1) != P(2), P(2) > P(1)); t(lambda: P(1) >= P(2)); t(lambda: P(1) == 3)
class Ne:
    def __eq__(self, o): return "yes"
print(Ne() != 1, Ne() == 1, 1 == Ne())
# number protocols by type
class Idx:
    def __index__(self): return 2
print([1,2,3][Idx()], "abc"[Idx()], range(5)[Idx()], bin(Idx()), "x" * Idx() if False else "", int(Idx()), [0] * 3 == [0] * 3)
class Ctx:
    def __enter__(self): return 1
t(lambda: exec("with Ctx() as c: pass", {"Ctx": Ctx}))
class Iter:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(Iter()), sum(Iter()), [*Iter()], dict(enumerate(Iter())), 2 in Iter(), max(Iter()), tuple(zip(Iter(), Iter())))
class Old:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * i
print(list(Old()), 4 in Old(), [a for a in Old()])
class Call:
    def __getattr__(self, n): return lambda *a, **k: (n, a, k)
print(Call().foo(1, b=2), Call().bar())
# bool / len / del
class Dl:
    def __delitem__(self, k): print("del", k)
    def __setitem__(self, k, v): print("set", k, v)
    def __del__(self): pass
q = Dl(); q[1:2] = 3; del q["a"]; q[1, 2] = 4
# function attributes on methods; staticmethod call in class body
class Sm:
    @staticmethod
    def h(x): return x + 1
    v = h(3)
    w = h.__func__(3)
print(Sm.v, Sm.w)
class Cm:
    @classmethod
    def make(cls, *a): return (cls.__name__, a)
    alias = make
class Cm2(Cm): pass
print(Cm2.make(1), Cm2.alias(2), Cm2().make(3), Cm.make.__self__, Cm.make.__func__.__name__)
class Pm(type):
    @property
    def x(cls): return cls.__name__
    @classmethod
    def y(mcs): return mcs.__name__
class Pc(metaclass=Pm): pass
print(Pc.x, Pc.y(), Pm.y()); t(lambda: setattr(Pc, "x", 1)); t(lambda: Pc().x)
print(type(Pc).__mro__, isinstance(Pc, Pm), isinstance(Pc, type), isinstance(Pm, type), issubclass(Pm, type))
class Multi(int, metaclass=Pm): pass
print(Multi(3) + 4, Multi.x)
T = type("T", (Base,), dict(a=1, f=lambda self: self.a)); print(T().f(), T.__module__, T.__qualname__)
print([c.__name__ for c in Base.__subclasses__()])
class Deep: pass
for i in range(200): Deep = type("D", (Deep,), {})
print(len(Deep.__mro__))
class W1:
    def __getattribute__(self, n):
        if n == "__class__": return int
        return super().__getattribute__(n)
print(isinstance(W1(), int), type(W1()).__name__)
class Cp:
    def __init__(self): self.a = [1]
    def __reduce__(self): return (Cp, ())
import copy
o = Item = Cp(); print(copy.copy(o).a, copy.deepcopy(o).a is o.a)
class Cs:
    __slots__ = ("p", "q")
c = Cs(); c.p = [1]; e = copy.copy(c); print(e.p is c.p, hasattr(e, "q")); e = copy.deepcopy(c); print(e.p is c.p, e.p)
class Cl(list):
    pass
c = Cl([1, [2]]); c.z = 1; e = copy.deepcopy(c); print(e, e.z, type(e), e[1] is c[1])
class Cd(dict): pass
c = Cd(a=[1]); c.k = 2; e = copy.copy(c); print(e, e.k, type(e))
