from dataclasses import dataclass, field, fields, asdict, replace, KW_ONLY, InitVar, is_dataclass
from typing import ClassVar
@dataclass
class A:
    x: int
    y: float = 1.5
    z: list = field(default_factory=list)
    c: ClassVar[int] = 7
    secret: str = field(default="s", repr=False, compare=False)
    init: InitVar[int] = 0
    def __post_init__(self, init): self.z.append(init)
@dataclass(frozen=True, order=True, slots=True)
class B:
    n: int
    _: KW_ONLY
    k: str = "k"
@dataclass
class C(A):
    w: int = 9
    def __repr__(self): return "C!"
print(A(1), A(1) == A(1, secret="other"), A(1, init=5).z, C(1), C(1).w, B(1) < B(2), {B(1), B(1)}, B(1, k="z"), asdict(A(1)), [f.name for f in fields(C)], is_dataclass(A), replace(B(1), k="q"), B.__slots__, A.__match_args__)
for act in (lambda: B(1, "k"), lambda: A(), lambda: setattr(B(1), "n", 2), lambda: B(1) < A(1), lambda: hash(A(1)), lambda: A(1, q=2)):
    try: print(act())
    except Exception as e: print(type(e).__name__, e)
