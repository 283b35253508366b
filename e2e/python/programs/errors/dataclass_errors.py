from dataclasses import dataclass, field

try:
    @dataclass
    class A:
        x: int = 1
        y: str
except TypeError as e:
    print(e)
try:
    @dataclass
    class B:
        x: list = []
except ValueError as e:
    print(e)


@dataclass(order=True)
class C:
    x: int
    tags: list = field(default_factory=list, compare=False)


print(C(1) < C(2), C(1, [2]) == C(1))
try:
    C(1) < 5
except TypeError as e:
    print(e)
C()
