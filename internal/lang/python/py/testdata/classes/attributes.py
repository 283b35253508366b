def t(f, *a, **k):
    try: print("=>", f(*a, **k))
    except Exception as e: print(type(e).__name__ + ":", e)
# descriptors
class Desc:
    def __get__(self, o, c=None): print("get", o is None, c.__name__); return 5
    def __set__(self, o, v): print("set", v)
    def __delete__(self, o): print("del")
class ND:
    def __get__(self, o, c=None): return "nd"
class SetOnly:
    def __set__(self, o, v): o.__dict__["so"] = v
class C:
    d = Desc(); n = ND(); so = SetOnly()
c = C()
print(c.d, C.d, c.n); c.d = 3; del c.d
c.n = 1; print(c.n); c.so = 9; print(c.so, c.__dict__)
c.__dict__["d"] = 1; print(c.d)
t(lambda: delattr(c, "so"))
class G:
    def __getattr__(self, n):
        if n == "x": raise AttributeError("no x")
        return n
    @property
    def p(self): raise AttributeError("inner")
g = G(); print(g.foo, g.p); t(lambda: g.x)
class GA:
    def __init__(self): self.a = 1
    def __getattribute__(self, n):
        if n == "secret": raise AttributeError(n)
        return object.__getattribute__(self, n)
    def __getattr__(self, n): return "fallback " + n
print(GA().a, GA().secret, GA().zz)
class SA:
    def __setattr__(self, n, v): print("setattr", n, v); super().__setattr__(n, v)
    def __delattr__(self, n): print("delattr", n); object.__delattr__(self, n)
s = SA(); s.x = 1; print(s.x, s.__dict__); del s.x
t(lambda: delattr(s, "x")); t(lambda: s.x)
class Pr:
    @property
    def ro(self): "doc here"; return 1
    def _g(self): return 2
    x = property(_g, doc="xdoc")
    @x.setter
    def x(self, v): print("x=", v)
    wo = property(None, lambda s, v: print("wo", v))
p = Pr(); print(p.ro, p.x, Pr.ro.__doc__, Pr.x.__doc__, Pr.ro.fget.__name__); p.x = 4; p.wo = 1
t(lambda: setattr(p, "ro", 1)); t(lambda: delattr(p, "ro")); t(lambda: p.wo); t(lambda: delattr(p, "x"))
class SP(Pr):
    @Pr.x.getter
    def x(self): return "sub"
print(SP().x)
class MyProp(property):
    def __get__(self, o, c=None):
        if o is None: return self
        return ("mine", super().__get__(o, c))
class UP:
    @MyProp
    def z(self): return 3
    @z.setter
    def z(self, v): print("zset", v)
u = UP(); print(u.z); u.z = 1; print(type(UP.z).__name__)
# functools-like cached property
class cached:
    def __init__(self, f): self.f = f
    def __set_name__(self, o, n): self.n = n
    def __get__(self, o, c=None):
        if o is None: return self
        v = o.__dict__[self.n] = self.f(o); return v
class CC:
    @cached
    def v(self): print("compute"); return 1
q = CC(); print(q.v, q.v)
# instance dict
class Dd: pass
d = Dd(); d.a = 1; d.b = 2; dd = d.__dict__; dd["c"] = 3; print(d.c); d.e = 4; print(dd); del d.a; print(dd); d.__dict__ = {"z": 1}; print(d.z, hasattr(d, "b"))
t(lambda: setattr(d, "__dict__", 1))
print(vars(d) is d.__dict__)
# class attr invalidation
class V: k = 1
class W(V): pass
w = W()
def rd(): return w.k
print(rd(), rd()); V.k = 2; print(rd()); W.k = 3; print(rd()); del W.k; print(rd()); w.k = 9; print(rd()); del w.k; print(rd())
V.m = lambda self: "m1"
def cl(): return w.m()
print(cl(), cl()); V.m = lambda self: "m2"; print(cl()); w.m = lambda: "inst"; print(cl())
V.k = property(lambda s: "prop"); print(rd())
# __class__ assignment
class Q1:
    def who(self): return "Q1"
class Q2:
    def who(self): return "Q2"
o = Q1(); o.x = 1
def who(): return o.who()
print(who()); o.__class__ = Q2; print(who(), o.x, type(o)); t(lambda: setattr(o, "__class__", int)); t(lambda: setattr(o, "__class__", 1)); t(lambda: setattr(1, "__class__", Q1))
class Sl: __slots__ = ("a",)
t(lambda: setattr(o, "__class__", Sl))
# slots
class S2(Sl):
    __slots__ = ("b", "__private")
    def __init__(self): self.__private = 1
s = S2(); s.a = 1; s.b = 2; print(s.a, s.b, s._S2__private); del s.a; t(lambda: s.a); t(lambda: delattr(s, "a")); t(lambda: setattr(s, "zz", 1)); t(lambda: s.zz)
class S3(Sl): pass
s = S3(); s.a = 1; s.q = 2; print(s.a, s.q, s.__dict__, S3.__slots__)
class S4: __slots__ = ("x", "__dict__")
s = S4(); s.x = 1; s.y = 2; print(s.__dict__, s.x)
t(lambda: Sl.a.__get__(1)); print(Sl.a, Sl.a.__name__, Sl.a.__objclass__)
class S5:
    __slots__ = {"d": "docs"}
    z = 5
s5 = S5(); t(lambda: setattr(s5, "z", 1)); t(lambda: delattr(s5, "z"))
t(lambda: setattr(object(), "a", 1)); t(lambda: setattr(5, "a", 1)); t(lambda: setattr([], "append", 1)); t(lambda: setattr(int, "a", 1)); t(lambda: delattr(int, "a")); t(lambda: delattr(Q1, "zz")); t(lambda: Q1.zz); t(lambda: (5).zz); t(lambda: [].zz); t(lambda: len.zz); t(lambda: None.zz); t(lambda: setattr(len, "a", 1)); t(lambda: delattr(Q1(), "zz")); t(lambda: getattr(1, 2)); t(lambda: setattr(1, 2, 3)); t(lambda: hasattr(1, 2)); t(lambda: delattr(d, 'nope')); t(lambda: t.zz); t(lambda: getattr(1, "x", "dflt")); t(getattr, 1); t(lambda: d.m.x)
