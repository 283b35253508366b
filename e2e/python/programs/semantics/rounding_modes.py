"""round() goes to the even neighbour, and the last digit is that of the exact value."""
import math
from decimal import Decimal, ROUND_HALF_UP
from fractions import Fraction

print([round(x / 2) for x in range(-7, 8)], [round(x * 0.5, 0) for x in range(-3, 4)])
for x, n in ((2.675, 2), (2.665, 2), (1.005, 2), (0.125, 2), (0.375, 2), (1e22, 3), (123.456, -1), (125.0, -1), (155.0, -1), (5e-324, 5), (1.5, 400), (1.5, -400), (99.95, 1), (-0.4, 0), (1e300, -300)):
    print(x, n, round(x, n), type(round(x, n)).__name__)
for i, n in ((15, -1), (25, -1), (-25, -1), (1234567, -3), (5, -1), (6, -1), (10**30 + 5, -1), (7, 5), (True, -1), (149, -2), (150, -2), (250, -2)):
    print(i, n, round(i, n), end="; ")
print()
print(round(2.5), round(2.5, None), round(-0.5), round(True), type(round(True)), round(10**20 + 0.5))
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), int(-2.5), -5 // 2, int(-5 / 2))
print(round(Fraction(5, 2)), round(Fraction(7, 2)), round(Fraction(22, 7), 2), math.floor(Fraction(-1, 3)), math.ceil(Fraction(-1, 3)))
print(round(Decimal("2.5")), round(Decimal("2.675"), 2), round(Decimal("-1.25"), 1), Decimal("2.675").quantize(Decimal("0.01"), ROUND_HALF_UP))
print(f"{2.5:.0f} {3.5:.0f} {0.5:.0f} {2.675:.2f} {1e15 + 0.5:.0f} {0.05:.1f} {0.25:.1f} {0.35:.1f}")


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __round__(self, n="none given"):
        return f"rounded {self.cents} to {n!r}"

    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"


m = Money(5)
print(round(m), round(m, 2), round(m, None), math.floor(m), math.ceil(m), math.trunc(m))
for bad in (lambda: round("x"), lambda: round(1.5, 1.0), lambda: round(1, "a"), lambda: round(), lambda: round(1j), lambda: round(2.5, 10**30)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
