from typing import Any, Callable, ClassVar, Generic, Literal, NamedTuple, Optional, Protocol, TypedDict, TypeVar, Union, get_type_hints, runtime_checkable

T = TypeVar("T")


class Stack(Generic[T]):
    created: ClassVar[int] = 0

    def __init__(self) -> None:
        self.items: list[T] = []
        type(self).created += 1

    def push(self, x: T) -> "Stack[T]":
        self.items.append(x)
        return self

    def pop(self) -> Optional[T]:
        return self.items.pop() if self.items else None


class Point(NamedTuple):
    x: int
    y: int = 0

    def norm(self) -> float:
        return (self.x**2 + self.y**2) ** 0.5


class Movie(TypedDict, total=False):
    title: str
    year: int


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


class File:
    def close(self): return None


s = Stack[int]().push(1).push(2)
print(s.pop(), s.pop(), s.pop(), Stack.created, Point(3, 4).norm(), Point(1), Movie(title="x", year=1))
print(isinstance(File(), Closable), isinstance(5, Closable), get_type_hints(Point), Stack.push.__annotations__)
def f(a: int, b: "str" = "x", *c: float, d: Union[int, None] = None, **e: Any) -> Callable[[int], Literal["a"]]: ...
print(f.__annotations__)
x: int = 5
y: "undefined_name"
print(__annotations__, Optional[int], Union[int, str, int], list[dict[str, int]], int | None, Callable[..., T])
