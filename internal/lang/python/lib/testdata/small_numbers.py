"""gcd, isqrt and pow of small numbers and of those about the edges of what is small."""

import copy
import math

edges = [0, 1, -1, 2, 7, 12, 18, -18, 2 ** 31, 2 ** 32 - 1, 2 ** 52 - 1, 2 ** 52, 2 ** 53 + 1, 2 ** 62, 2 ** 63 - 1, 2 ** 63, -2 ** 63, 2 ** 64]
for a in edges:
    print(a, [math.gcd(a, b) for b in edges])
    if a >= 0:
        print(math.isqrt(a), math.isqrt(a * a), math.isqrt(max(a * a - 1, 0)))
    print([pow(a, n, m) for n in (0, 1, 2, 5, 2 ** 40 + 1) for m in (1, 2, 7, 10 ** 9 + 7, 2 ** 63 - 1, 2 ** 64, -7)])
print(math.gcd(), math.gcd(4), math.gcd(12, 18, 27), math.gcd(True, 4), pow(True, 2, 5), pow(3, -1, 7), pow(3, True, 7))
for call in (lambda: math.gcd(1.0, 2), lambda: pow(2, 3, 0), lambda: pow(2, -1, 4), lambda: math.isqrt(-1)):
    try:
        print(call())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class L(list):
    pass


x = L([1])
x.tag = 2
y = copy.copy(x)
print(type(y).__name__, y, y.tag, copy.copy([1]), copy.copy((1,)), copy.copy(int), copy.deepcopy({"a": [1, (2, [3])]}))
