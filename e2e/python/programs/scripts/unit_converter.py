from dataclasses import dataclass
from typing import NamedTuple


class Unit(NamedTuple):
    name: str
    factor: float


UNITS = {u.name: u for u in (Unit("m", 1), Unit("km", 1000), Unit("mi", 1609.344), Unit("ft", 0.3048))}


@dataclass(frozen=True)
class Length:
    value: float
    unit: str = "m"

    def to(self, unit):
        try:
            return Length(self.value * UNITS[self.unit].factor / UNITS[unit].factor, unit)
        except KeyError as e:
            raise ValueError(f"unknown unit {e}") from None

    def __add__(self, other):
        return Length(self.value + other.to(self.unit).value, self.unit)

    def __format__(self, spec):
        return f"{self.value:{spec or '.2f'}} {self.unit}"


print(f"{Length(5, 'mi').to('km')} {Length(1, 'km') + Length(500)} {Length(6, 'ft').to('m'):.4f}")
print(Length(3).to("parsec"))
