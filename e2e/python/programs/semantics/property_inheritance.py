class Base:
    @property
    def v(self): return "base"
    @v.setter
    def v(self, x): print("base set", x)
    @classmethod
    def make(cls, *a): return cls.__name__, a
    @staticmethod
    def s(x): return x * 2
class Child(Base):
    @Base.v.getter
    def v(self): return "child of " + super().v
    @classmethod
    def make(cls): return super().make(1)
c = Child()
c.v = 5
print(c.v, Child.make(), c.make(), Child.s(2), c.s("a"), Base.make(1, 2), type(Base.__dict__["s"]).__name__, Child.v.fset is Base.v.fset)
try:
    del c.v
except AttributeError as e:
    print(e)
class W:
    r = property(lambda self: 1, doc="doc")
    w = property(None, lambda self, v: print("set", v))
w = W(); w.w = 3
for act in (lambda: w.w, lambda: setattr(w, "r", 2), lambda: delattr(w, "r")):
    try: act()
    except AttributeError as e: print(e)
print(W.r.__doc__, w.r)
