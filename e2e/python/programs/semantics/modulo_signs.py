"""The remainder has the sign of the divisor, of ints, floats, fractions; Decimal's has the dividend's."""
import math
import operator
from decimal import Decimal
from fractions import Fraction

for a in (7, -7):
    for b in (3, -3):
        print(a, b, a // b, a % b, divmod(a, b), math.fmod(a, b), math.remainder(a, b))
        print("   ", a / b, float(a) // b, float(a) % b, divmod(Fraction(a), b), Decimal(a) // b, Decimal(a) % b)
for a, b in ((0.0, -3.0), (-0.0, 3.0), (5.5, math.inf), (-5.5, math.inf), (1e300, 1e-300), (0.3, 0.1), (1.0, 0.1), (-1, 1e20), (2**70, -(2**35) + 1), (-(10**25), 10**12 + 39)):
    print(a, b, a // b, a % b, divmod(a, b)[0] * b + divmod(a, b)[1] == a)
print(True // True, True % 2, -True % 3, 5 % True, divmod(True, 2))
for code in ("1 // 0", "1 % 0", "1 / 0", "1.0 // 0", "1.0 % 0", "1.0 / 0", "divmod(1, 0)", "divmod(1.0, 0)", "0 ** -1", "0.0 ** -1", "1j / 0", "1j // 2", "1j % 2",
             "divmod(1j, 1)", "pow(2, -1, 0)", "pow(2, -1, 4)", "10**400 / 3", "2.0 ** 5000", "math.inf // 1", "math.inf % 2", "Fraction(1, 0)", "Fraction(1) / 0", "Fraction(1) % 0"):
    try:
        print(code, "=", eval(code))
    except Exception as e:
        print(code, "!", type(e).__name__, e)
print(pow(3, -1, 7), pow(-3, 5, 7), pow(3, 5, -7), pow(2, 1000, 10**9 + 7), pow(7, 0, 1), pow(38, -1, 97), pow(0, 0), pow(-8, 1 / 3))
print((-8) ** 2, -8**2, 2**-1, (-2) ** -3, 2**3**2, (2**3) ** 2, (-1) ** 0.5, 10**-2, 10**20, 1.5**2)
print(10**400 // 10**398, -(10**400) // 7 % 10, (10**40 + 1) / 10**40, 3 * 10**400 / 10**400)
x = -17
x //= 5
print(x, operator.mod(-17, 5), operator.floordiv(-17, 5), operator.truediv(-17, 5))
x %= 3
x **= 5
print(x, [n % 3 for n in range(-4, 5)], [n // 3 for n in range(-4, 5)])
