from dataclasses import dataclass
from enum import Enum


class Color(Enum):
    RED = 1
    BLUE = 2


@dataclass
class Point:
    x: int
    y: int


@dataclass
class Circle:
    center: Point
    r: float = 1.0


def f(v):
    match v:
        case None | False:
            return "nothing"
        case True:
            return "true"
        case 0 | 1.5 | -3:
            return "number literal"
        case "a" | b"a":
            return "a"
        case Color.RED:
            return "red"
        case int(n) if n > 100:
            return f"big {n}"
        case int() | float():
            return f"number {v}"
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y) | Point(x=y, y=0):
            return f"axis {y}"
        case Circle(Point(x, _), r=r) if r > 2:
            return f"circle {x} {r}"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case ["cmd", *args, "end"]:
            return f"cmd {args}"
        case [[a, b], *_] | (a, b):
            return f"pair {a} {b}"
        case {"type": "user", "name": str(name), **rest}:
            return f"user {name} {rest}"
        case {"type": kind}:
            return f"kind {kind}"
        case {}:
            return "mapping"
        case str() as s:
            return f"string {s}"
        case _:
            return f"other {type(v).__name__}"


for v in (None, False, True, 0, 1.5, -3, "a", b"a", Color.RED, Color.BLUE, 500, 7, 2.5, Point(0, 0), Point(0, 5), Point(4, 0), Point(1, 1), Circle(Point(1, 2), 3), Circle(Point(1, 2)), [], [9], ["cmd", "x", "y", "end"], [[1, 2], 3], (1, 2), (1, 2, 3), {"type": "user", "name": "ann", "age": 3}, {"type": "x"}, {}, {"a": 1}, "text", {1, 2}, range(2), b"zz", bytearray(b"a")):
    print(repr(v), "->", f(v))
