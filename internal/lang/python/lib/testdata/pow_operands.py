"""pow() of three operands of any classes: who is asked, and what is said."""

import decimal
import fractions
import itertools


class Right:
    def __rpow__(self, other, modulus=None):
        return "__rpow__"


class Left:
    def __pow__(self, other, modulus=None):
        return "__pow__"


class Number(int):
    pass


OPERANDS = [1, True, Number(5), 2.0, 1j, "a", None, [], fractions.Fraction(1, 2), decimal.Decimal(3), Right(), Left()]
for operands in itertools.product(OPERANDS, repeat=3):
    try:
        result = pow(*operands)
    except Exception as e:
        result = type(e).__name__, str(e)
    print(*(type(x).__name__ for x in operands), result)
