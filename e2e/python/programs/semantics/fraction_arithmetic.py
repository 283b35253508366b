"""Fractions stay exact among ints, and meet floats, Decimals and text with care."""
import math
from decimal import Decimal
from fractions import Fraction as F
from numbers import Complex, Integral, Number, Rational, Real

print(F(6, -4), F("3/9"), F(" -1.25 "), F("1e-3"), F(0.5), F(0.1), F(Decimal("0.1")), F(), F(F(1, 2), F(3, 4)), repr(F(1, 3)), F(True, 2))
print(F(1, 2) + F(1, 3), F(1, 2) - 1, 2 * F(3, 4), F(1, 2) / F(1, 4), F(7, 2) // 1, F(-7, 2) % 2, divmod(F(7, 2), F(2, 3)), F(2, 3) ** 3, F(2, 3) ** -2, F(4, 9) ** F(1, 2), 2 ** F(3), 2 ** F(1, 2))
print(F(1, 2) + 0.25, type(F(1, 2) + 0.25).__name__, F(1, 2) * 1j, F(1, 2) == 0.5, F(1, 2) == Decimal("0.5"), F(1, 3) == 1 / 3, F(1, 3) < 0.34, F(2) == 2, hash(F(2)) == hash(2), hash(F(1, 2)) == hash(0.5))
print(F(22, 7).limit_denominator(5), F(math.pi).limit_denominator(1000), F("3.1415926535").limit_denominator(100), F(-1, 3).limit_denominator(2))
print(int(F(-7, 2)), float(F(1, 3)), round(F(7, 2)), round(F(5, 2)), round(F(123456, 1000), 1), math.floor(F(-7, 2)), math.ceil(F(-7, 2)), math.trunc(F(-7, 2)), abs(F(-1, 2)), -F(1, 2), +F(1, 2), bool(F(0)))
print(F(3, 4).numerator, F(3, 4).denominator, F(3, 4).as_integer_ratio(), F(3, 4).real, F(3, 4).imag, F(3, 4).conjugate(), F.from_float(0.75), F.from_decimal(Decimal("1.1")))
for code in ("F(1, 0)", "F('1/0')", "F('x')", "F('1/2/3')", "F(1.5, 2)", "F(math.inf)", "F(math.nan)", "F('1 / 2')", "F(None)", "F(1, 2) + Decimal(1)", "F(1, 2) + '1'", "F(0) ** -1", "F(1, 2) < 1j", "F(1, 2) // 0", "F(1, 2).numerator.x", "F('1_000/3')", "F('0x1')", "F('+1/3')", "F('1/-3')", "math.sqrt(F(1, 4))", "'%d %.2f' % (F(5, 2), F(5, 2))", "[10, 20, 30][F(2)]", "range(F(2))", "str(F(4, 2)), repr(F(4, 2))", "F(1, 3) in {F(2, 6)}", "pow(F(2), 2, 3)", "(-8) ** F(1, 3)", "F(-8) ** F(1, 3)", "setattr(F(1), 'numerator', 2)"):
    try:
        print(code, "=", eval(code))
    except Exception as e:
        print(code, "!", type(e).__name__, e)
print(sum(F(1, n) for n in range(1, 21)), math.prod(F(n, n + 1) for n in range(1, 10)), max(F(1, 3), 0.3, F(2, 7)), sorted([0.5, F(1, 3), 1, Decimal(0)] if False else [0.5, F(1, 3), 1]))
tower = (True, 1, 1.5, 1j, F(1, 2), Decimal(1))
for kind in (Number, Complex, Real, Rational, Integral):
    print(kind.__name__, [isinstance(v, kind) for v in tower])


def egyptian(x):
    parts = []
    while x:
        unit = F(1, math.ceil(1 / x))
        parts.append(str(unit))
        x -= unit
    return " + ".join(parts)


def continued(x, n=8):
    out = []
    while n and x:
        whole = math.floor(x)
        out.append(whole)
        x = x - whole
        x = 1 / x if x else x
        n -= 1
    return out


print(egyptian(F(7, 15)), egyptian(F(5, 121)), continued(F(415, 93)), continued(F(-7, 3)))
