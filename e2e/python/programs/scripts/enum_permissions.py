"""Roles and permissions with flags; orders with enums that carry behaviour."""
import enum
import json
from enum import CONFORM, Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique


class Perm(Flag):
    READ = auto()
    WRITE = auto()
    DELETE = auto()
    ADMIN = READ | WRITE | DELETE


class Mode(IntFlag, boundary=CONFORM):
    X = 1
    W = 2
    R = 4


class Priority(IntEnum):
    LOW = 10
    HIGH = 20

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            return cls.__members__.get(value.upper())
        return None


class Channel(StrEnum):
    EMAIL = auto()
    SMS = auto()


@unique
class Status(Enum):
    NEW = ("new", False)
    PAID = ("paid", False)
    SENT = ("sent", True)
    VOID = ("void", True)

    def __init__(self, label, final):
        self.label, self.final = label, final

    def next(self):
        if self.final:
            raise ValueError(f"{self} is final")
        members = list(type(self))
        return members[members.index(self) + 1]


class Planet(Enum):
    _ignore_ = "scale"
    scale = 1000
    EARTH = 6371 * scale
    MARS = 3390 * scale

    @enum.property
    def kilometres(self):
        return self.value / 1000

    @staticmethod
    def _generate_next_value_(name, start, count, last):
        return last + 1


grants = {"ann": Perm.ADMIN, "bob": Perm.READ | Perm.WRITE, "cem": Perm(0)}
for who, perm in grants.items():
    print(who, perm, repr(perm), perm.value, bool(perm), Perm.WRITE in perm, list(perm), len(perm))
print(~Perm.READ, Perm.ADMIN ^ Perm.READ, Perm.ADMIN & ~Perm.DELETE, Perm.READ | Perm.DELETE == Perm.ADMIN)
print(Mode(7), repr(Mode(7)), Mode(8), Mode.R + 1, Mode.R | 2, repr(Mode(12)), f"{Mode.R:>4}|{Mode.X | Mode.W}")
print(Priority("high"), Priority.LOW < Priority.HIGH, Priority.LOW + 1, sorted([Priority.HIGH, Priority.LOW]), f"{Priority.HIGH}", f"{Priority.HIGH!r:>20}", json.dumps({"p": Priority.LOW}))
print(Channel.EMAIL, repr(Channel.SMS), Channel("sms") is Channel.SMS, Channel.SMS.upper(), json.dumps([*Channel]), Channel.EMAIL == "email")
for value in "none", 11, None:
    try:
        Priority(value)
    except ValueError as e:
        print("ValueError", e)
status = Status.NEW
while True:
    print(status, status.name, status.label, status.value)
    try:
        status = status.next()
    except ValueError as e:
        print(e)
        break
print(Planet.MARS.kilometres, Planet.__members__, Planet["EARTH"], hasattr(Planet, "scale"))
try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
for attempt in (lambda: setattr(Status, "NEW", 1), lambda: Status.NEW.nothing, lambda: Status["OLD"], lambda: Perm(64), lambda: Status("lost"), lambda: type("Sub", (Status,), {})):
    try:
        attempt()
    except Exception as e:
        print(type(e).__name__, e)
Made = Enum("Made", "ONE TWO", module=__name__)
print(list(Made), Made.ONE.name, Made(2), Enum("Pairs", {"a": 1, "b": "x"}).b.value, len(Made), "ONE" in Made.__members__)
match Perm.READ:
    case Perm.WRITE:
        print("w")
    case Perm.READ:
        print("r")
