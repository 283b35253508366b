import math
from typing import NamedTuple


class Shape(NamedTuple):
    name: str
    area: float

    @classmethod
    def square(cls, side):
        return cls("square", side * side)

    @classmethod
    def circle(cls, radius):
        return cls("circle", math.pi * radius**2)
