from enum import Enum, IntEnum, Flag, IntFlag, auto, unique, StrEnum
class Color(Enum):
    RED = 1
    GREEN = auto()
    CRIMSON = 1
    @property
    def nice(self): return self.name.title()
    @classmethod
    def default(cls): return cls.GREEN
class Level(IntEnum):
    LOW = 1
    HIGH = 10
class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
class S(StrEnum):
    ONE = auto()
    TWO = "second"
class Planet(Enum):
    EARTH = (5.97, 6.37)
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
print(list(Color), Color.CRIMSON is Color.RED, Color.RED.nice, Color.default(), Color(2), Color["RED"], Color.__members__.keys(), Color.RED in Color, len(Color), repr(Color.RED), str(Color.RED), f"{Color.RED}")
print(Level.LOW < Level.HIGH, Level.HIGH + 1, Level(10), f"{Level.HIGH}", max(Level), sorted(Level, reverse=True), Level.LOW == 1, str(Level.LOW), repr(Level.LOW), {Level.LOW: "x"}[1])
print(Perm.R | Perm.X, Perm.RW & Perm.W, Perm.R in Perm.RW, ~Perm.R, Perm(0), bool(Perm.R & Perm.W), list(Perm.RW), repr(Perm.RW), Perm.RW ^ Perm.R)
print(S.ONE, S.TWO.upper(), S("one") is S.ONE, f"{S.TWO}!", Planet.EARTH.mass, Planet((5.97, 6.37)), isinstance(S.ONE, str), Color.RED == 1, hash(Color.RED) == hash(Color.CRIMSON))
Animal = Enum("Animal", "CAT DOG")
print(list(Animal), Animal.CAT.value)
try:
    @unique
    class D(Enum): A = 1; B = 1
except ValueError as e: print(e)
