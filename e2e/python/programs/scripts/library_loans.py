"""A library with members, loans and fines: properties, class methods, ordering, custom containers."""
from __future__ import annotations

import bisect
from collections import UserDict, UserList, defaultdict
from collections.abc import Iterator, Mapping, MutableSet
from datetime import date, timedelta
from functools import total_ordering
from weakref import WeakValueDictionary


class ISBN:
    """A descriptor that checks an ISBN's last digit."""

    def __set_name__(self, owner, name):
        self.name = f"_{name}"

    def __get__(self, obj, owner=None):
        return self if obj is None else getattr(obj, self.name)

    def __set__(self, obj, value):
        digits = [int(c) for c in value if c.isdigit()]
        if len(digits) != 13 or sum(d * (3 if i % 2 else 1) for i, d in enumerate(digits)) % 10:
            raise ValueError(f"{value} is no ISBN")
        setattr(obj, self.name, "".join(map(str, digits)))


@total_ordering
class Book:
    isbn = ISBN()
    known: WeakValueDictionary[str, Book] = WeakValueDictionary()

    def __new__(cls, isbn, *args, **kwargs):
        if (book := cls.known.get(isbn)) is None:
            book = cls.known[isbn] = super().__new__(cls)
        return book

    def __init__(self, isbn, title=None, *, pages=0):
        self.isbn = isbn
        if title:
            self.title, self.pages = title, pages

    def __lt__(self, other):
        return (self.title, self.isbn) < (other.title, other.isbn)

    def __eq__(self, other):
        return isinstance(other, Book) and self.isbn == other.isbn

    def __hash__(self):
        return hash(self.isbn)

    def __repr__(self):
        return f"{type(self).__name__}({self.title!r})"

    def __format__(self, spec):
        return format(self.title if spec.endswith("t") else self.isbn, spec.rstrip("ti"))


class Shelf(MutableSet):
    def __init__(self, books=()):
        self._books = sorted(set(books))

    def __contains__(self, book):
        i = bisect.bisect_left(self._books, book)
        return i < len(self._books) and self._books[i] == book

    def __iter__(self) -> Iterator[Book]:
        return iter(self._books)

    def __len__(self):
        return len(self._books)

    def add(self, book):
        if book not in self:
            bisect.insort(self._books, book)

    def discard(self, book):
        if book in self:
            self._books.remove(book)

    def __repr__(self):
        return f"Shelf({', '.join(b.title for b in self)})"


class Loans(UserDict):
    period = timedelta(days=14)

    def __setitem__(self, book, day):
        if book in self.data:
            raise KeyError(f"{book} is lent")
        super().__setitem__(book, day + self.period)

    def fine(self, book, today):
        return max(0, (today - self[book]).days) * 10


class Names(UserList):
    def add(self, *names):
        self.extend(n for n in names if n not in self)
        return self


def merge(*mappings: Mapping):
    result = defaultdict(list)
    for m in mappings:
        for k, v in m.items():
            result[k].append(v)
    return dict(result)


a = Book("9780306406157", "Zebra Tales", pages=120)
b = Book("978-3-16-148410-0", "Algorithms", pages=300)
c = Book("9780131103627", "Middle Ground", pages=240)
print(Book("9780306406157") is a, a, f"{a:>20t}|{b:i}|{c}", a > b, max(a, b, c), len(Book.known))
try:
    Book("9780306406158", "Wrong")
except ValueError as e:
    print(e)
shelf, other = Shelf([a, b]), Shelf([c, b])
print(shelf | other, shelf & other, shelf - other, shelf ^ other, shelf <= other, shelf.isdisjoint([c]), Shelf([b]) < shelf)
shelf |= [c]
shelf.remove(a)
print(shelf, shelf.pop(), len(shelf), a in shelf)
try:
    shelf.remove(a)
except KeyError as e:
    print("KeyError", e)
loans = Loans({a: date(2024, 1, 31)})
loans[b] = date(2024, 2, 20)
print(loans, loans.fine(a, date(2024, 3, 1)), loans.fine(b, date(2024, 3, 1)))
try:
    loans[a] = date(2024, 3, 1)
except KeyError as e:
    print("KeyError", e)
print(loans.pop(a), loans.get(a, "back"), list(loans), Names(["x"]).add("y", "x", "z") + ["w"], merge({"k": 1}, {"k": 2, "j": 3}))
print(type(Book.isbn).__name__, sorted(n for n in vars(a)), isinstance(shelf, MutableSet), issubclass(Loans, Mapping), [*reversed(Names("abc"))])
