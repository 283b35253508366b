def t(f, *a, **k):
    try: print("=>", f(*a, **k))
    except Exception as e: print(type(e).__name__ + ":", e)
# super
class A:
    def f(self, **kw): return ["A"]
    @classmethod
    def c(cls): return ["A", cls.__name__]
    @staticmethod
    def s(): return "As"
class B(A):
    def f(self, **kw): return ["B"] + super().f(**kw)
    @classmethod
    def c(cls): return ["B"] + super().c()
class C(A):
    def f(self, **kw): return ["C"] + super(C, self).f(**kw)
    @classmethod
    def c(cls): return ["C"] + super().c()
class D(B, C):
    def f(self, **kw): return ["D"] + super().f(**kw)
    @classmethod
    def c(cls): return ["D"] + super().c()
    @staticmethod
    def s(): return "D" + super(D, D).s()
print(D().f(x=1), D.c(), D().c(), D.s(), [k.__name__ for k in D.mro()])
class E(A):
    def f(self):
        g = lambda: super().f()
        return t(g)
    def h(*a): return super().f()
    def k(self): 
        def inner(): return super(E, self).f()
        return inner()
    def m(self):
        del self
        return super()
    def n(self):
        self2 = self
        x = lambda: self
        return super().f()
    def gen(self): yield super().f()
    def lc(self): return [super().f() for _ in range(1)]
    def cls(self): return __class__
E().f(); t(E().h); t(E().k); t(E().m); t(E().n); t(lambda: list(E().gen())); t(E().lc); t(E().cls)
def free(): return super()
t(free)
def free1(x): return super()
t(free1, 1)
t(super); t(super, 1); t(super, int, "s"); t(lambda: super(E, E()).zz); t(lambda: super(E, E()).f()); print(super(int, True), super(E, E).c(), super(E))
t(lambda: super(E, E()).__thisclass__); t(lambda: super(E, E()).__self_class__)
class P:
    @property
    def p(self): return "Pp"
class Q(P):
    @property
    def p(self): return "Q" + super().p
print(Q().p)
class Root:
    def __init__(self, **kw): assert not kw, kw; print("root")
class L1(Root):
    def __init__(self, a, **kw): self.a = a; super().__init__(**kw)
class L2(Root):
    def __init__(self, b, **kw): self.b = b; super().__init__(**kw)
class LL(L1, L2):
    def __init__(self, **kw): super().__init__(**kw)
x = LL(a=1, b=2); print(x.a, x.b)
# metaclasses
class Meta(type):
    registry = {}
    @classmethod
    def __prepare__(m, name, bases, **kw): print("prepare", name, kw); return {"injected": 1}
    def __new__(m, name, bases, ns, **kw):
        print("new", name, [b.__name__ for b in bases], sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(m, name, bases, ns)
    def __init__(c, name, bases, ns, **kw):
        super().__init__(name, bases, ns); Meta.registry[name] = c
    def __call__(c, *a, **k):
        o = super().__call__(*a, **k); o.made = True; return o
    def __contains__(c, x): return x == 1
    def __getitem__(c, k): return ("item", c.__name__, k)
    def __iter__(c): yield from "ab"
    def __len__(c): return 7
    def __bool__(c): return False
    def __eq__(c, o): return c is o
    def __hash__(c): return 1
    def __repr__(c): return f"<{c.__name__}!>"
    def __str__(c): return "str!"
    def __add__(c, o): return "add"
    def __or__(c, o): return "or"
    def __lt__(c, o): return c.__name__ < o.__name__
    def __getattr__(c, n):
        if n.startswith("_"): raise AttributeError(n)
        return "dyn " + n
    def __setattr__(c, n, v): print("mset", n); super().__setattr__(n, v)
    def __dir__(c): return ["z", "a"]
    def __instancecheck__(c, o): return o == "inst"
    def __subclasscheck__(c, o): return o is int
    @property
    def mp(c): return "metaprop " + c.__name__
    def mm(c): return "mm " + c.__name__
class K(metaclass=Meta, opt=1):
    y = 2
    def __init__(self, v=0): self.v = v
class K2(K): pass
print(K.injected, K(3).v, K(1).made, 1 in K, 2 in K, K[5], list(K), len(K), bool(K), K == K, {K: 1}[K], K, str(K), K + 1, K | 1, K < K2, K.foo, K.mp, K.mm(), dir(K), isinstance("inst", K), issubclass(int, K), sorted(Meta.registry), type(K2))
K.w = 5; print(K.w); t(lambda: K()._x); t(lambda: K().mp); t(lambda: K._x)
print(f"{K}", "%s" % K, "%r" % K)
class Sing(type):
    _i = {}
    def __call__(cls, *a):
        if cls not in cls._i: cls._i[cls] = super().__call__(*a)
        return cls._i[cls]
class S(metaclass=Sing):
    def __init__(self): print("once")
print(S() is S())
def fmeta(name, bases, ns): return (name, bases, sorted(k for k in ns if k[0] != "_"))
class FM(metaclass=fmeta): a = 1
print(FM)
class OD(dict):
    def __setitem__(self, k, v): print("set", k); super().__setitem__(k, v)
class OM(type):
    @classmethod
    def __prepare__(m, n, b): return OD()
    def __new__(m, n, b, ns): return type.__new__(m, n, b, dict(ns))
class O(metaclass=OM):
    a = 1
    def f(self): pass
print(O.a)
class Mro(type):
    def mro(c): return [c, *reversed(type.mro(c)[1:-1]), object]
class Ma: n = "a"
class Mb: n = "b"
class Mc(Ma, Mb, metaclass=Mro): pass
print(Mc.n, Mc.__mro__)
class Ent:
    def __init__(self, b): self.b = b
    def __mro_entries__(self, bases): return (self.b,)
class UseE(Ent(A)): pass
print(UseE.__bases__, len(UseE.__orig_bases__))
class LI(list[int]): pass
print(LI.__bases__, LI.__orig_bases__, LI([1]))
class NoCell(type):
    def __new__(m, n, b, ns):
        ns.pop("__classcell__", None); return type.__new__(m, n, b, ns)
try:
    class NC(metaclass=NoCell):
        def f(self): return __class__
except Exception as e: print(type(e).__name__, e)
class Bs: pass
class Bt: x = 5
class Bu(Bs): pass
bu = Bu(); Bu.__bases__ = (Bt,); print(bu.x, Bu.__mro__); t(lambda: setattr(Bu, "__bases__", ())); t(lambda: setattr(Bu, "__bases__", (Bu,)))
Bu.__name__ = "Renamed"; Bu.__qualname__ = "Q.R"; print(Bu, Bu.__name__); Bu.__module__ = "mm"; print(Bu, bu.__module__); Bu.__doc__ = "dd"; print(bu.__doc__)
t(lambda: setattr(Bu, "__name__", 1)); t(lambda: delattr(Bu, "__name__")); t(lambda: setattr(Bu, "__mro__", 1)); t(lambda: setattr(Bu, "__dict__", 1)); t(lambda: Bu.__dict__.update)
print(type.__mro__, type(type), type.__name__, type.__module__, type.__bases__, object.__bases__, object.__base__, type.__dict__["__doc__"].__class__.__name__)
