"""Every kind of pattern, what it binds, and what it takes for a match."""
import collections
import enum


class Color(enum.Enum):
    RED = 1
    BLUE = 2


class P:
    __match_args__ = ("x", "y")

    def __init__(self, x, y=None):
        self.x, self.y = x, y


class Names:
    LIMIT = 10


def kind(v):
    match v:
        case None | True | False:
            return f"singleton {v}"
        case 0 | -1:
            return "small int"
        case 3.5 | -2.5 | 1 + 2j | 4 - 1j:
            return "number literal"
        case "a" "b" | b"x":
            return "text literal"
        case Color.RED | Names.LIMIT:
            return "dotted value"
        case int(n) if n > 100:
            return f"big {n}"
        case int() | float():
            return "number"
        case str(s) if s.isupper():
            return f"upper {s}"
        case str():
            return "str"
        case []:
            return "empty sequence"
        case [x]:
            return f"one {x!r}"
        case [1, (2 | 3) as y, *_]:
            return f"starts 1, {y}"
        case (first, *middle, [*_, last]):
            return f"{first} {middle} {last}"
        case [*all]:
            return f"sequence {all}"
        case {"kind": "point", "at": (x, y), **rest}:
            return f"point {x},{y} {rest}"
        case {"kind": str(k) | [k, *_]}:
            return f"kind {k}"
        case {}:
            return f"mapping of {len(v)}"
        case P(0, y=0):
            return "origin"
        case P(x=P(a, b)) | P(y=P(a, b)):
            return f"nested {a} {b}"
        case P(x, y):
            return f"P {x} {y}"
        case Color() as c:
            return f"color {c.name}"
        case object(__class__=cls):
            return cls.__name__


for v in (None, True, 0, 0.0, -1, 3.5, 1 + 2j, 4 - 1j, "ab", b"x", Color.RED, 10, 101, 7, 2.25, "UP", "low", [], (), [5], (1, 2), [1, 3, 9], [1, 9, [8, 7]], "", range(3), [4, 5],
          {"kind": "point", "at": [1, 2], "z": 3}, {"kind": ("q", 1)}, {"kind": 5}, {}, P(0, 0), P(1, P(2, 3)), P(P(4)), P(5, 6), Color.BLUE, {1}, bytearray(b"ab"), iter([1]),
          collections.deque([1, 2, 3]), collections.OrderedDict(kind="od"), collections.namedtuple("NT", "a b")(1, 3)):
    print(repr(v)[:28].split(" object at")[0], "->", kind(v))
x = "outer"
match (1, 2, 3):
    case (x, 9, _):
        pass
    case _ if x == 1:
        print("names bound by a failed pattern may stay:", x)
match x, 5:
    case y, 5 | 6 as z if (w := y):
        print(y, z, w)


class Bad:
    __match_args__ = ["x"]


for subject, pattern in ((P(1), "P(1, 2, 3)"), (P(1), "P(1, x=1)"), (Bad(), "Bad(1)"), (5, "int(1, 2)"), (5, "Names.LIMIT()"), (object(), "object(1)"), ({}, "{Names.LIMIT: 1, 10: 2}")):
    try:
        exec(f"match subject:\n    case {pattern}: pass\n    case _: print('no match')")
    except Exception as e:
        print(pattern, "!", type(e).__name__, e)
