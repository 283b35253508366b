"""Dataclasses that inherit, order, freeze, hide and match."""
import dataclasses
from dataclasses import FrozenInstanceError, InitVar, dataclass, field, replace
from typing import ClassVar


@dataclass(order=True)
class Base:
    a: int
    b: str = "b"
    shared: ClassVar[list] = []
    tags: list = field(default_factory=list, compare=False, repr=False)


@dataclass
class Child(Base):
    c: float = 1.5
    a: int = 10
    start: InitVar[int] = 0
    total: int = field(init=False)

    def __post_init__(self, start):
        self.total = self.a + start


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int = 0

    def moved(self, **by):
        return replace(self, **{k: getattr(self, k) + v for k, v in by.items()})


@dataclass(kw_only=True)
class Options:
    verbose: bool = False
    name: str
    depth: int = field(default=3, kw_only=False)


print(Base(1) < Base(2), Base(1, "z") > Base(1, "c"), Base(1, tags=[1]) == Base(1), Base(1), [f.name for f in dataclasses.fields(Child)])
print(Child(), Child(start=5), Child(1, "x", [], 2.0, 7).total, Child(10) == Base(10), Child.__match_args__)
p = Point(1)
print(p, p.moved(x=2, y=3), hash(p) == hash(Point(1, 0)), {p: "v"}[Point(1)], Point.__slots__, hasattr(p, "__dict__"))
print(Options(name="n"), Options(5, name="m", verbose=True), Options.__match_args__)
for name, bad in {
    "frozen": lambda: setattr(p, "x", 5), "delete": lambda: delattr(p, "y"), "positional": lambda: Options(1, 2), "missing": lambda: Options(), "unknown": lambda: Base(1, zz=2),
    "order": lambda: Base(1) < Child(2), "not ordered": lambda: Point(1) < Point(2), "hash": lambda: hash(Base(1)), "replace": lambda: replace(Child(), total=5),
    "mutable": lambda: dataclass(type("M", (), {"__annotations__": {"l": list}, "l": []})), "default first": lambda: dataclass(type("D", (), {"__annotations__": {"a": int, "b": int}, "a": 1})),
    "thaw": lambda: dataclass(type("T", (Point,), {})), "asdict": lambda: dataclasses.asdict(5), "fields": lambda: dataclasses.fields(int),
    "order eq": lambda: dataclass(order=True, eq=False)(type("O", (), {})), "both": lambda: field(default=1, default_factory=list),
}.items():
    try:
        print(name, bad())
    except Exception as e:
        print(name, "!", type(e).__name__, e)
match Child(7):
    case Child(a, b, tags, c) if a > 5:
        print("matched", a, b, tags, c)
match p:
    case Point(x=1, y=y):
        print("point", y)
Made = dataclasses.make_dataclass("Made", ["u", ("v", int), ("w", int, field(default=9))], namespace={"double": lambda self: self.w * 2})
print(Made(1, 2), Made(1, 2).double(), dataclasses.astuple(Made([p], {"k": p})), dataclasses.asdict(Made([p], Base(1))))
print(dataclasses.is_dataclass(Made), issubclass(FrozenInstanceError, AttributeError), "shared" in vars(Base), Base.shared is Child.shared)
