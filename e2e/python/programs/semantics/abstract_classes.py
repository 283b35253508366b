"""Abstract methods, virtual subclasses and the classes of collections.abc."""
import collections.abc as cabc
from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self):
        return 0

    @property
    @abstractmethod
    def name(self): ...

    @classmethod
    @abstractmethod
    def make(cls): ...

    def describe(self):
        return f"{self.name} {self.area()}"


class Half(Shape):
    def area(self):
        return super().area() + 1


class Whole(Half):
    name = "whole"
    make = classmethod(lambda cls: cls())


for cls in (Shape, Half, Whole):
    try:
        print(cls().describe(), sorted(cls.__abstractmethods__))
    except TypeError as e:
        print(e, sorted(cls.__abstractmethods__))
print(Whole.make().area(), isinstance(Whole(), Shape), Shape.area.__isabstractmethod__, type(Shape) is ABCMeta)


class Drawable(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Drawable:
            return any("draw" in vars(k) for k in other.__mro__) or NotImplemented
        return NotImplemented


class Pen:
    def draw(self): ...


@Drawable.register
class Registered:
    pass


print(issubclass(Pen, Drawable), isinstance(Registered(), Drawable), issubclass(int, Drawable), Drawable in Pen.__mro__)
try:
    Pen.register(int)
except AttributeError as e:
    print(e)


class Deck(cabc.Sequence):
    def __init__(self, *cards):
        self.cards = cards

    def __len__(self):
        return len(self.cards)

    def __getitem__(self, i):
        return self.cards[i]


class Bag(cabc.MutableMapping):
    def __init__(self):
        self.d = {}

    def __getitem__(self, k):
        return self.d[k]

    def __setitem__(self, k, v):
        self.d[k.lower()] = v

    def __delitem__(self, k):
        del self.d[k]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)


d = Deck(3, 1, 3)
print(list(reversed(d)), d.index(3, 1), d.count(3), 1 in d, list(d), isinstance(d, cabc.Reversible))
b = Bag()
b.update({"A": 1}, B=2)
print(dict(b), b.pop("a"), b.setdefault("C", 3), b.get("C"), b == {"b": 2, "c": 3}, list(b.items()), b.keys() & {"b"}, b.popitem(), "b" in b)
values = ([], (), "", {}, set(), 1, iter([]), (v for v in ()), range(1), len, b"", {}.keys())
for name in "Hashable Iterable Iterator Generator Sized Container Collection Sequence MutableSequence Set Mapping KeysView Callable ByteString".split():
    print(name, "".join(str(int(isinstance(v, getattr(cabc, name)))) for v in values))
try:
    cabc.Sequence()
except TypeError as e:
    print(e)
