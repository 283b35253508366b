# Protocols with dataclasses, and what dataclasses make.
from typing import *
from dataclasses import dataclass, field, InitVar
import dataclasses
class P(Protocol):
    a: int
@dataclass
class C(P):
    a: int
try: print(C(5).a, C(5))
except Exception as e: print(repr(e))
class Q(Protocol):
    x: int
    def meth(self): ...
class Impl(Q):
    def __init__(self): self.x = 1
print(Impl().x)
class Impl2(Q): pass
print(type(Impl2()))
class Impl3(Impl2):
    def __init__(self, v): self.v = v
print(Impl3(4).v)
try: Q()
except TypeError as e: print(e)
@dataclass
class F:
    x: 'typing .ClassVar[int]' = 1
    y: "list[F]" = field(default_factory=list)
f = F(); f.y.append(f)
print(f)
class R(List[int]): pass
fl = field(); fl.name="q"; fl.type = fl
print(str(fl)[:40])
print(F.__init__.__qualname__, F.__eq__.__qualname__, F.__repr__.__qualname__)
@dataclass(order=True, frozen=True, unsafe_hash=False)
class G:
    a: int = 1
print(G.__hash__.__qualname__, G.__lt__.__qualname__, G.__setattr__.__qualname__)
@dataclass
class H:
    "doc"
@dataclass
class I: pass
print(H.__doc__, I.__doc__, G.__doc__)
class Slotted(Protocol):
    def close(self): ...
@runtime_checkable
class Closeable(Protocol):
    def close(self) -> None: ...
print(isinstance(open, Closeable), issubclass(Impl, Q) if 0 else "")
