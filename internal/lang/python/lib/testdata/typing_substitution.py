# Type variables of all kinds, and what takes their places.
import collections.abc
import copy
import pickle
from typing import (
    Annotated, Any, Callable, Concatenate, Dict, Generic, List, Literal, NewType, Optional, ParamSpec, Protocol, Tuple, TypeVar, TypeVarTuple,
    Union, Unpack, get_overloads, no_type_check, overload, runtime_checkable)

T = TypeVar("T")
K = TypeVar("K")
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")


class Array(Generic[*Ts]):
    pass


class Task(Generic[P, T]):
    pass


class Only(Generic[P]):
    pass


def show(make):
    try:
        print(make())
    except TypeError as e:
        print("TypeError", e)


A = Array[int, *Ts]
for make in (
        lambda: Array[*Ts], lambda: A[str, bytes], lambda: A[()], lambda: Array[T, *Ts, K][int, str, float, bytes], lambda: Array[T, *Ts, K][int],
        lambda: Array[*tuple[int, ...]], lambda: Array[T, *Ts][*tuple[int, ...]], lambda: tuple[*Ts][int, str], lambda: tuple[T, *Ts][int, str, bytes],
        lambda: Tuple[Unpack[Ts]][int, str], lambda: Tuple[T, Unpack[Ts]][Unpack[Tuple[int, str]]], lambda: tuple[T, *Ts, K][int],
        lambda: Task[[int, str], bytes], lambda: Task[..., T][int], lambda: Task[P, T][[int], str], lambda: Task[int, str], lambda: Only[int, str], lambda: Only[[int]],
        lambda: Callable[P, T][[int, str], bytes], lambda: Callable[P, int][...], lambda: Callable[Concatenate[int, P], T][[str], bytes],
        lambda: Callable[Concatenate[int, P], T][Concatenate[str, P], bytes], lambda: Callable[[T, K], T][int, str], lambda: Callable[[*Ts], T][int, str, bytes],
        lambda: collections.abc.Callable[P, T], lambda: collections.abc.Callable[P, T][[int, str], bytes], lambda: collections.abc.Callable[[T], K][int, None],
        lambda: Concatenate[int, P][str, bytes], lambda: Dict[T, List[K]][int, str], lambda: list[T][*Ts], lambda: List[T][Unpack[Ts]], lambda: dict[K, list[T]][int, str],
        lambda: dict[K, T][int], lambda: Union[T, K][int, str], lambda: Optional[T][int], lambda: Annotated[T, 1][int], lambda: Array[*Ts, *Ts],
        lambda: Callable[P, T][int, str], lambda: Literal[int, 1, True, 1], lambda: Literal[[], []], lambda: type("X", (TypeVar,), {}), lambda: iter(Union[int, str])):
    show(make)

User = NewType("User", int)
try:
    class Wrong(User):
        pass
except TypeError as e:
    print(e)

for form in (List[int], Callable[[int], str], Callable[..., Any], Tuple[int, ...], Union[int, str], Annotated[int, 1], List, Callable, Array[int], Task[[int], str]):
    print(pickle.loads(pickle.dumps(form)) == form, copy.deepcopy(form) == form, end=" ")
print(collections.abc.Iterable)


@no_type_check
class Plain:
    def method(self): ...

    class Inner:
        def method(self): ...


print(Plain.__no_type_check__, Plain.method.__no_type_check__, Plain.Inner.method.__no_type_check__)

for again in range(2):
    @overload
    def f(x: int): ...
    @overload
    def f(x: str): ...
    def f(x): ...
print(len(get_overloads(f)))


@runtime_checkable
class HasBit(Protocol):
    def bit_length(self): ...


print(issubclass(int, HasBit), issubclass(str, HasBit), isinstance(type, HasBit))
