"""NamedTuple, TypedDict, Protocol and the aliases of typing, as they are at run time."""
import typing
from typing import Any, Generic, Literal, NamedTuple, NewType, Optional, Protocol, TypedDict, TypeVar, Union, get_args, get_origin, get_type_hints, runtime_checkable


class Emp(NamedTuple):
    """An employee."""

    name: str
    id: int = 3
    tags: tuple = ()

    def label(self):
        return f"{self.name}#{self.id}"


e = Emp("Ann")
print(e, e.label(), e[1], e == ("Ann", 3, ()), Emp._fields, Emp._field_defaults, e._replace(id=9), e._asdict(), Emp._make("abc"), Emp.__annotations__, Emp.__doc__, Emp.__match_args__, hash(e) == hash(("Ann", 3, ())))
name, *rest = e
print(name, rest, sorted([Emp("b"), Emp("a", 5)]), isinstance(e, tuple), Emp.__bases__)
for code in ("Emp()", "Emp('a', 1, (), 4)", "setattr(e, 'id', 1)", "e._replace(no=1)", "Emp._make([])", "setattr(e, 'new', 1)", "NamedTuple('T', [('a', int)])(5)", "NamedTuple('T', [('a', int)])(a=5).a", "Emp(nope=1)"):
    try:
        print(code, "=", eval(code))
    except Exception as x:
        print(code, "!", type(x).__name__, x)
try:
    class Wrong(NamedTuple):
        a: int = 1
        b: str
except TypeError as x:
    print(x)


class Movie(TypedDict, total=False):
    title: str
    year: int


class Rated(Movie):
    stars: float


m = Rated(title="T", stars=4.5)
print(m, type(m), Rated.__required_keys__, sorted(Rated.__optional_keys__), Movie.__total__, sorted(Rated.__annotations__), Movie(extra=1))
try:
    isinstance(m, Movie)
except TypeError as x:
    print(x)


@runtime_checkable
class Closes(Protocol):
    closed: bool

    def close(self) -> None: ...


class Plain(Protocol):
    def run(self): ...


class File:
    closed = False

    def close(self): ...


print(isinstance(File(), Closes), isinstance(5, Closes))
for bad in (lambda: isinstance(5, Plain), lambda: Plain()):
    try:
        print(bad())
    except TypeError as x:
        print(x)
T = TypeVar("T")


class Stack(Generic[T]):
    def push(self, x: T) -> "Stack[T]":
        return self


print(Stack[int], Stack[int]().push(1).__class__ is Stack, Stack[int] == Stack[int], get_origin(Stack[int]) is Stack, T, repr(TypeVar("B", bound=int)))
print(Optional[int], Union[int, str, int], Union[int], int | None, Union[int, None] == Optional[int], (int | str) == Union[str, int], get_args(dict[str, list[int]]), get_origin(list[int]), Literal["a", 1], Any, isinstance(5, int | str))
UserId = NewType("UserId", int)
print(UserId(5), type(UserId(5)), UserId.__name__, get_type_hints(Stack.push, localns={"T": T}), typing.cast(int, "x"), get_type_hints(Emp)["id"], typing.Callable[[int], str], typing.ClassVar[int])
