"""Enums of other kinds: flags, mixed-in types, aliases, and what may not be done to members."""
from enum import CONTINUOUS, FlagBoundary, Enum, Flag, IntEnum, IntFlag, StrEnum, auto, member, nonmember, unique, verify


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class Mode(IntFlag):
    A = 1
    B = 4


class Level(IntEnum):
    LOW = 1
    HIGH = 10
    TOP = HIGH


class Word(StrEnum):
    HELLO = auto()
    BYE = "bye!"


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def density(self):
        return round(self.mass / self.radius, 2)

    @classmethod
    def heaviest(cls):
        return max(cls, key=lambda p: p.mass)


print(Perm.R | Perm.X, Perm.RW, Perm.R in Perm.RW, ~Perm.R, Perm(0), Perm(5), list(Perm), list(Perm.RW), len(Perm.RW), Perm.RW & Perm.W, Perm.R ^ Perm.RW, bool(Perm.R & Perm.W), repr(Perm.R | Perm.X), str(Perm(0)), Perm["RW"] is Perm.R | Perm.W)
print(Mode.A | Mode.B, Mode.A | 8, repr(Mode(8)), ~Mode.A, Mode.A + 1, Mode.B == 4, f"{Mode.B} {Mode.B:03d}", repr(Mode(5)), type(Mode.A | 2).__name__)
print(Level.TOP is Level.HIGH, list(Level), Level.__members__, Level.LOW < 5, Level(10).name, sorted([Level.HIGH, Level.LOW]), f"{Level.LOW}", str(Level.LOW), repr(Level.LOW), Level.LOW + Level.HIGH, "%d" % Level.HIGH, [10, 20][Level.LOW])
print(Word.HELLO, Word.HELLO == "hello", Word.BYE.upper(), repr(Word.BYE), Word("bye!").name, "".join(Word), f"{Word.HELLO:>7}", {"hello": 1}[Word.HELLO])
print(Planet.EARTH.density, Planet.heaviest(), Planet((0.64, 3.39)), Planet.MARS.value, Planet.EARTH.__class__, Planet.EARTH == Planet.MARS, hash(Planet.EARTH) == hash(Planet.EARTH), Planet.MARS.name, "EARTH" in Planet.__members__)


class Odd(Enum):
    _ignore_ = ["i"]
    for i in range(2):
        vars()[f"N{i}"] = i
    helper = nonmember(5)
    func = member(len)

    @classmethod
    def _missing_(cls, value):
        return cls.N1 if value == "one" else None

    def method(self):
        return self.value


print(list(Odd), Odd.helper, Odd("one"), Odd.N0.method(), Odd.func.value("abc"))


class Auto(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last):
        return f"{name.lower()}{count}{last}"

    A = auto()
    B = auto()


print([a.value for a in Auto], Enum("Made", "X Y", start=5)(6), [m.value for m in Enum("Pairs", {"P": "p", "Q": "q"})], IntEnum("N", ["a", "b"]).b + 1)
for code in ("Perm(9)", "Perm['Z']", "Level(3)", "setattr(Level, 'LOW', 2)", "setattr(Planet.EARTH, 'name', 'x')", "type('S', (Level,), {})", "Planet.EARTH < Planet.MARS", "Perm.R | 1", "Planet()", "Planet.EARTH.MARS", "delattr(Level, 'LOW')", "unique(Level)", "Level.LOW()", "Flag('F', 'A B').A.value", "len(Level), bool(Level), Level.__len__()", "Level['TOP'].name", "Word(5)", "Perm.R < Perm.W", "IntFlag('I', 'A B', boundary=FlagBoundary.STRICT)(9)"):
    try:
        print(code, "=", eval(code))
    except Exception as e:
        print(code, "!", type(e).__name__, str(e).split("\n")[0])
try:
    verify(CONTINUOUS)(Level)
except ValueError as e:
    print(e)
try:
    class Twice(Enum):
        A = 1
        A = 2
except TypeError as e:
    print(e)
