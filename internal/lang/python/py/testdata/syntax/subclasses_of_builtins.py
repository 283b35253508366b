# Modules, super objects, aliases and slots of classes of a program's own.
import types, sys
class M(types.ModuleType):
    def __init__(self, name, extra=1):
        super().__init__(name, "doc")
        self.extra = extra
    def __getattr__(self, n):
        if n.startswith("z"): return n
        raise AttributeError(n)
m = M("hello", 5)
print(m, m.extra, m.zoo, m.__doc__, type(m), m.__name__)
sys.modules["hello"] = m
import hello
print(hello.zip, hello is m)
u = types.ModuleType.__new__(types.ModuleType)
try: u.x
except AttributeError as e: print(e)
print(repr(u), u.__dict__)
try: u.__name__
except AttributeError as e: print(e)
u.__init__("late"); print(u)
n = types.ModuleType("n")
n.__class__ = M
print(type(n), n.zz)
class mysuper(super):
    def __init__(self, *a): super(mysuper, self).__init__(*a)
    def extra(self): return "more"
class A:
    def f(self, a): return "A", a
class B(A):
    def f(self, a): return "B", mysuper(B, self).f(a), mysuper(B, self).extra()
print(B().f(1))
print(super(B), super(B, B()), mysuper(B))
class G:
    __slots__ = ["a", "b"]
class H:
    __slots__ = ["b", "a"]
g = G(); g.a = 1; g.b = 2
g.__class__ = H
print(g.a, g.b, type(g))
a = A(); a.x = 1
del a.__dict__
print(a.__dict__, hasattr(a, "x"))
class L(types.GenericAlias): pass
l = L(list, int)
print(l, l.append, l.__origin__, l(), l[0:0] if 0 else "")
try: l.nope
except AttributeError as e: print(e)
for bad in [lambda: object.__new__(types.UnionType), lambda: object.__new__(type(iter([]))), lambda: (int | str).__reduce_ex__(2), lambda: object.__new__(type(x for x in []))]:
    try: print(bad())
    except TypeError as e: print(e)
import copy
print(copy.copy(int | str), copy.deepcopy(list[int] | None), copy.copy(list[int]))
