"""Shipping costs by rules with structural matching, ranges, precedence, and a decision table from text."""
import re
import sys
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from operator import attrgetter, itemgetter
from typing import Literal, NamedTuple


class Dims(NamedTuple):
    width: int
    height: int
    depth: int = 1

    @property
    def volume(self):
        return self.width * self.height * self.depth

    def __contains__(self, other):
        return all(a <= b for a, b in zip(sorted(other), sorted(self)))


@dataclass(frozen=True)
class Parcel:
    grams: int
    dims: Dims
    country: str
    kind: Literal["letter", "box", "roll"] = "box"
    extras: frozenset[str] = frozenset()

    __match_args__ = ("kind", "grams", "country")


BOX = Dims(60, 60, 120)
EU = {"DE", "FR", "AT", "IT"}


def base(parcel):
    match parcel:
        case Parcel("letter", grams) if grams > 1000:
            raise ValueError(f"a letter of {grams} g")
        case Parcel("letter", 0 | 1 | 2 | 3 | 4 | 5):
            return 80
        case Parcel("letter", grams):
            return 80 + grams // 50 * 20
        case Parcel(kind="roll", dims=Dims(width=w, depth=d)) if w > d:
            return 500 + (w - d)
        case Parcel(dims=(w, _, _) as dims) if dims not in BOX:
            return 2000 + w
        case Parcel(country=country, grams=g):
            return 490 + (g + 999) // 1000 * (100 if country in EU else 350)


def surcharge(extras):
    match sorted(extras):
        case []:
            return 0
        case ["insured"]:
            return 300
        case ["express", *rest]:
            return 900 + surcharge(rest)
        case [first, *_, last] if first != last:
            return surcharge([first]) + surcharge([last])
        case [str(one)]:
            return len(one) * 10


def parse(line):
    fields = dict(re.findall(r"(\w+)=(\S+)", line))
    match fields:
        case {"g": grams, "size": size, "to": country, **rest}:
            dims = Dims(*map(int, size.split("x")))
            extras = frozenset(filter(None, rest.pop("extras", "").split("+")))
            kind = rest.pop("kind", "box")
            if rest:
                raise KeyError(*rest)
            return Parcel(int(grams), dims, country.upper(), kind, extras)
        case {"g": _}:
            raise ValueError("size or country missing")
        case {}:
            raise ValueError(f"nothing in {line!r}")


def table(text):
    head, *rows = [[c.strip() for c in line.split("|")] for line in text.strip().splitlines()]
    tests = {"*": lambda _: True}

    def test(cell):
        if cell in tests:
            return tests[cell]
        if m := re.fullmatch(r"(\d+)\.\.(\d*)", cell):
            return partial(lambda low, high, v: low <= v < high, int(m[1]), float(m[2] or "inf"))
        return lambda v: v in cell.split(",")

    def decide(item):
        for row in rows:
            if all(test(cell)(getattr(item, name)) for name, cell in zip(head, row[:-1])):
                return row[-1]
        return None

    return decide


carrier = table("""
kind   | grams    | country | carrier
letter | *        | *       | Post
*      | 0..2000  | DE,AT   | Bike & Van
*      | 2000..   | DE      | Van
roll   | *        | *       | Special
*      | 0..31500 | *       | Air
""")
parcels = []
for line in sys.stdin:
    try:
        parcel = parse(line)
        cost = base(parcel) + surcharge(parcel.extras)
    except (ValueError, KeyError, TypeError) as e:
        print(f"{line.strip()!r}: {type(e).__name__}: {e}")
        continue
    parcels.append(parcel)
    print(f"{parcel.kind:<7}{parcel.country} {parcel.grams:>6} g {parcel.dims.volume / 1000:>8.1f} l {cost / 100:>7.2f} by {carrier(parcel)}, {Fraction(cost, max(parcel.grams, 1))} ct/g")
print(max(parcels, key=attrgetter("dims.volume")), *map(itemgetter(0), sorted(map(attrgetter("country", "grams"), parcels))))
print(parcels[0] == parcels[0], len({*parcels}), Dims(3, 2)._replace(depth=9), Dims._fields, Dims._field_defaults, Dims(1, 2) < Dims(1, 3), Dims(*"ab")._asdict())
for command in ["go", "north"], ("go", 3), "go north", ["go"], {"go": 1}, ["pick", {"item": "lamp", "n": 2}], None, -1, 2.5, b"x":
    match command:
        case ["go", str(where) | int(where)]:
            print("go to", where)
        case ["pick", {"item": item, **more}]:
            print("pick", item, more)
        case [only]:
            print("only", only)
        case str() | bytes():
            print("text", command)
        case {"go": n} if n:
            print("mapping", n)
        case None | -1:
            print("nothing or", command)
        case float(x):
            print("float", x)
        case _:
            print("else", command)
