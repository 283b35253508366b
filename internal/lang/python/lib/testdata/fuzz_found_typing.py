from typing import *
import typing, collections
T = TypeVar('T'); K=TypeVar('K')
class G(Generic[T]): pass
class G2(Generic[T,K]): pass
def t(s):
    try: print(s, eval(s))
    except Exception as e: print(s, type(e).__name__, e)
for a in 'List[int]','Optional[int]','Union[int,str]','Literal[1]','Literal[1,2]','Literal[[1]]','Dict[str,int]','Tuple[int,...]','Tuple[()]','Callable[[int],str]','Callable[...,str]','G[int]','G2[int,str]','Annotated[int,1]','Annotated[int,[]]','ClassVar[int]','Type[int]','List[T]','List[T][int]','Final[int]','list[int]','Generator[int,None,str]',"List['x']",'G[T]','Generic[T]','Protocol[T]','Concatenate[int,...]','TypeGuard[int]','NotRequired[int]', 'Unpack[Tuple[int]]', 'DefaultDict[int,int]', 'Union[int]', 'Optional[None]', 'Deque[int]':
    t(f'{a} is {a}'); t(f'{a} == {a}'); t(f'hash({a}) == hash({a})') if '[]' not in a and '[[1' not in a else 0
for s in 'Literal[1] is Literal[True]', 'Literal[1], Literal[True], Literal[1.0]', 'Literal[1] == Literal[True]','Literal[()], Literal[(1,2)], Literal[1,1]', 'Union[1, 2]', 'List[1]', 'List[int, str]', 'G[int, str]', 'List[[]]', 'Optional[[]]', 'Union[[], int]', 'G[[]]', 'Literal[[], 1]', 'Dict[[], []]', 'Callable[int]', 'Callable[[[]], int]', 'Annotated[int]', 'Annotated[[], 1]', 'List[int][int]', 'List.__getitem__(int)', 'Union.__getitem__((int, str))', 'len(typing._cleanups) > 3', '[f() for f in typing._cleanups][:1]', 'List[int] is List[int]', 'collections.namedtuple("T","a b").a, collections.namedtuple("T","a b").b', 'Annotated[int, 1] is Annotated[int, True]', 'List[True] if 0 else 1':
    t(s)
class P(NamedTuple):
    a: int
P.a.__doc__ = 'x'
print(P.a)
