# Flags of what isn't an int, auto() after values of many kinds, documentation of data
# classes, and the local time of the first and the last day: which the fuzzer found.
from dataclasses import *
from datetime import *
from enum import *
from typing import *
import abc
import typing
import warnings

warnings.simplefilter("ignore")


def auto_after(base, *values):
    try:
        class E(base):
            A = values[0]
            if len(values) > 1:
                B = values[1]
            if len(values) > 2:
                C = values[2]
            D = auto()
            E = auto()
        print([m.value for m in E], E.__members__)
    except Exception as e:
        print(type(e).__name__, e, e.__cause__)


for base in Enum, IntEnum, Flag, IntFlag, StrEnum:
    for values in (1,), (3, 1), ('a',), ('a', 1), (1, 'a'), (3, 'a', 1), (1.5,), (1.5, 1), (None,), ((1, 2),), ('a', 'b'), (True,), (1+2j,), ([],), (1, []), (2, 5, 3), (-1,), (0,):
        auto_after(base, *values)
print([m.value for m in Enum('E', [('A', 'x'), ('B', auto()), ('C', 7), ('D', auto())])])

def t(*a, **k):
    def w(c):
        try: print(dataclass(*a, **k)(c).__doc__)
        except Exception as e: print(type(e).__name__, e)
    return w
@t(init=False)
class A: a: int = 1
@t()
class A:
    a: int
    def __init__(self, q, *r): pass
@t()
class A(abc.ABC): a: int; b: Any; c: Optional[Any]; d: 'typing.Any'; e: list[typing.Any]; f: Callable[[Any], None] = print; g: object = field(default_factory=list)
@t()
class A(list): a: int
@t(init=False)
class A(list): a: int
@t(init=False)
class A(dict): a: int
@t(init=False)
class A(Exception): a: int
@t()
class A(Exception): a: int
@t()
class A(tuple): a: int
T = TypeVar('T')
@t()
class A(Generic[T]): a: T; b: List[T]; c: "T"; d: type; e: Type[T]; f: abc.ABC; g: None; h: int | None; i: typing.Union[int, str]; j: 5
@t()
class A:
    a: int
    def __new__(cls, *k, zz=1): return object.__new__(cls)
class M(type):
    def __call__(cls, *q): return 5
@t()
class A(metaclass=M): a: int
@t(init=False)
class A(metaclass=M): a: int
class M(type): pass
@t()
class A(metaclass=M): a: int
@t(init=False)
class A(str): a: int
@t(init=False)
class A(int): a: int
@t()
class A(int): a: int
@t(init=False)
class A(type): a: int
@t(init=False)
class A(NamedTuple('X', [('a', int)])): a: int
u=timezone.utc
for d in datetime.min, datetime.max, datetime(1,1,1,23,59,59,999999), datetime(1,1,2), datetime(9999,12,31), datetime(9999,12,30,23,59,59):
  for fold in 0,1:
    d=d.replace(fold=fold)
    for f in d.timestamp, d.astimezone, lambda: d.astimezone(u), lambda: d.astimezone(timezone(timedelta(hours=-1))),lambda: d.astimezone(timezone(timedelta(hours=1))), lambda: d.replace(tzinfo=u).astimezone(), lambda: d.replace(tzinfo=u).timestamp(), lambda: d.replace(tzinfo=timezone(timedelta(hours=1))).astimezone():
        try: print(d, fold, f())
        except Exception as e: print(d, fold, type(e).__name__, e)
