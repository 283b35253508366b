def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
from typing import *
@runtime_checkable
class P(Protocol):
    x: int
    def m(self): ...
@runtime_checkable
class Q(Protocol):
    def m(self): ...
class R(Protocol):
    def m(self): ...
@runtime_checkable
class D(Protocol):
    x: int
class A:
    x = 1
    def m(self): pass
class B: pass
class E(Q): pass
class F(P): pass
class G(R): pass
class H(Q, Protocol):
    def n(self): ...
@runtime_checkable
class I(Q, Protocol):
    def n(self): ...
class N:
    m = None
for p in P, Q, R, D, H, I:
    for c in A, B, E, F, G, N, int, 5, P, Q, H, object:
        t(lambda: issubclass(c, p))
    for o in A(), B(), E(), G(), N(), 5, A, None:
        t(lambda: isinstance(o, p))
t(lambda: runtime_checkable(A))
t(lambda: P())
t(lambda: issubclass(int, SupportsInt))
t(lambda: isinstance(5, SupportsIndex))
t(lambda: issubclass(A, (B, P)))
t(lambda: isinstance(A(), (B, R)))
import collections.abc
class C2(collections.abc.Sized, Protocol): pass
t(lambda: P._is_runtime_protocol)
def bad():
    class X(A, Protocol): pass
t(bad)
T = TypeVar('T')
@runtime_checkable
class GP(Protocol[T]):
    def get(self) -> T: ...
t(lambda: issubclass(A, GP))
t(lambda: isinstance(A(), GP[int]))
t(lambda: GP[int])
class Impl(GP[int]):
    def get(self): return 1
t(lambda: Impl().get()); t(lambda: issubclass(Impl, GP)); t(lambda: Impl.__mro__)
