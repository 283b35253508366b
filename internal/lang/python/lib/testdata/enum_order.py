# The order of flags, their names, and what an enumeration lists.
from enum import *
class P(IntFlag):
    R=4; W=2; X=1
    RWX=7
class K(IntFlag, boundary=KEEP):
    A=1; B=2
class O(IntFlag):
    X = 4
    Y = 2
    Z = 1
    MASK = 31
for e in ["P.R|P.X","P.R|8","~P.R","~P.RWX","repr(~P.R)","P(0)","P(-1)","P(64)","P(71)","list(P)","list(P(5))","~K.A","K(9)","~O.X","repr(~O.X)","O(27)","~O(27)","~(O.X|O.Y)", "~O.MASK", "str(P.R|P.X)", "P.R|P.X|32", "list(O)", "O.MASK", "P.R in P.RWX","len(P.RWX)","P['R']", "O.X|O.Y|O.Z", "repr(O.X|O.Y|O.Z)", "repr(P(6))", "O(15)", "repr(O(16))"]:
    try: print(e, "=", eval(e))
    except Exception as x: print(e, repr(x))
class F(Flag):
    C=4; B=2; A=1
    AB=3
    D=8
for e in ["F.A|F.C","F(5)","~F.A","~F.AB","F(0)","F.AB|F.D","list(F)","list(~F.B)","F.C|F.B|F.A|F.D", "F(16)", "F.A & F.B", "F.A ^ F.AB", "bool(F(0))", "F(-2)"]:
    try: print(e, "=", eval(e), repr(eval(e)))
    except Exception as x: print(e, repr(x))


class Plain(Enum):
    x = 1
    y = 2


print(dir(Plain.x), dir(Plain))


class Updated(Enum):
    vars().update({"q": 1, "r": 2}, s=3)


print(list(Updated))
try:
    class Bad(IntEnum):
        def __new__(cls, value):
            return super().__new__(cls, value)
        failed = 1
except TypeError as e:
    print(e)


class Pairs(Enum):
    ONE = auto()
    TWO = auto(), auto()
    THREE = auto(), 1, auto()


print([m.value for m in Pairs])
