def t(f, *a, **k):
    try: print("=>", f(*a, **k))
    except Exception as e: print(type(e).__name__ + ":", e)
class A: pass
class B: pass
t(A, 1); t(object, 1); t(A, x=1)
class N:
    def __new__(cls, *a): return super().__new__(cls, *a)
t(N, 1); t(N)
class N2:
    def __new__(cls, *a): return super().__new__(cls)
    def __init__(self): pass
t(N2, 1)
class I:
    def __init__(self, a): super().__init__(a)
t(I, 1)
class R:
    def __init__(self): return 5
t(R)
class R2:
    def __init__(self, x): return x
t(R2, 7); t(lambda: R2(7))
t(type, "X", (A, A), {})
t(type, "X", (object, A), {})
class X(A, B): pass
class Y(B, A): pass
t(type, "Z", (X, Y), {})
t(type, "X", (bool,), {}); t(type, "X", (int, str), {}); t(type, "X", (type(None),), {}); t(type, "X", (type(t),), {})
t(type, "X", (range,), {}); t(type, "X", (slice,), {})
t(type, 1, (), {}); t(type, "X", [], {}); t(type, "X", (), []); t(type, "X", (1,), {}); t(type); t(type, 1, 2); t(type, "a", (), {}, 1)
class M1(type): pass
class M2(type): pass
class P1(metaclass=M1): pass
class P2(metaclass=M2): pass
t(type, "X", (P1, P2), {})
print(type(type("Q", (P1,), {})))
t(int.__new__, 1); t(int.__new__, str); t(int.__new__); t(object.__new__, int); t(object.__new__, A, 1)
t(list.__new__, dict)
import abc
class Ab(abc.ABC):
    @abc.abstractmethod
    def foo(self): ...
t(Ab)
class Ab2(Ab):
    @abc.abstractmethod
    def bar(self): ...
t(Ab2)
class C0:
    __slots__ = "a"
class D0:
    __slots__ = "b"
t(type, "X", (C0, D0), {})
t(type, "X", (int,), {"__slots__": ("a",)})
t(type, "X", (), {"__slots__": ("a",), "a": 1})
t(type, "X", (), {"__slots__": ("1a",)}); t(type, "X", (), {"__slots__": (1,)})
t(type, "X", (), {"__slots__": ("__dict__", "__dict__")}); t(type, "X", (A,), {"__slots__": ("__dict__",)}); t(type, "X", (A,), {"__slots__": ("__weakref__",)})
t(type, "X", (), {"__qualname__": 1})
t(type, "X", (), {"__classcell__": 1})
class E(ValueError, KeyError): pass
print(E.__mro__, E.__base__)
t(type, "X", (OSError, ValueError), {})
t(type, "X", (OSError, ImportError), {})
t(type, "X", (list, dict), {})
print(A.__subclasses__(), B.__base__, A.__bases__)
class K:
    def __eq__(self, o): return True
t(hash, K()); print(K.__hash__, K() != 3, K() == 3)
class K2(K):
    __hash__ = object.__hash__
k2 = K2(); print(hash(k2) == hash(k2))
class F:
    def __eq__(self, o): return NotImplemented
print(F() == F(), F() != F())
class W:
    def __ne__(self, o): return "ne"
print(W() != 1, W() == 1)
t(lambda: object() < object())
print(object().__repr__()[:10], object.__repr__, object().__str__, object.__init_subclass__, object.__subclasshook__, object.__new__)
class D:
    def __set_name__(self, o, n): raise ValueError("bad")
try:
    class Z: d = D()
except Exception as e: print(repr(e), repr(e.__cause__))
class Init:
    def __init_subclass__(cls, **kw): print("init_sub", cls.__name__, kw); super().__init_subclass__()
class Sub(Init, a=1, b=2): pass
t(lambda: type("Q", (A,), {}, z=1))
def mk():
    class Bad(A, z=1): pass
t(mk)
class Cg:
    def __class_getitem__(cls, k): return (cls.__name__, k)
print(Cg[1, 2], Cg[int])
t(lambda: A[1]); t(lambda: int[1]); t(lambda: P1[1])
print(list[int], dict[str, int], tuple[int, ...], list[list[int]], list[int] == list[int], list[int].__origin__, list[int].__args__, list[int](), type(list[int]))
print(int | None, int | str | int, (int | None).__args__, type(int | None), list[int] | None, int | str == str | int)
t(isinstance, 1, list[int]); t(isinstance, 1, 3); t(issubclass, 1, int); t(issubclass, int, 1); t(isinstance, [], int | list[int]); t(isinstance, None, int | None); t(issubclass, bool, int | str)
t(lambda: int | 3)
