"""repr of a float is the shortest text that reads back as the same number."""
import math
import sys

for x in (1e15, 1e16, 123456789012345680.0, 9007199254740993.0, 1e-4, 1e-5, 0.00012, 5e-324, 2.2250738585072014e-308, sys.float_info.max,
          1e22, 1e23, 2.0**70, -0.0, 0.1 + 0.2, 1 / 3, 2 / 3, 100.0, 1e100, 4.35, 0.5, 1e-7 * 3, 9.999999999999999e22):
    assert float(repr(x)) == x
    print(repr(x), str(x), x.hex(), x.is_integer())
print(float("inf"), -float("INF"), float("nan"), float(" 1_000.5 "), float("-.5e1"), float("1."), float("infinity"), float("-NaN"))
for text in ("", "1__0", "0x1p3", "1e", "e5", "1 2", "--1", "in f", "1_", "_1", "1._5"):
    try:
        print(float(text))
    except ValueError as e:
        print(e)
print(float.fromhex("0x1.8p1"), float.fromhex("-0x.1p-4"), float.fromhex("inf"), float.fromhex("ff"))
print((0.1).as_integer_ratio(), (-2.5).as_integer_ratio(), (1e20).as_integer_ratio())
for bad in (math.inf, -math.inf, math.nan):
    for f in (int, round, math.floor, lambda v: v.as_integer_ratio()):
        try:
            print(f(bad))
        except (OverflowError, ValueError) as e:
            print(type(e).__name__, e)
nan = math.nan
print(nan == nan, nan != nan, nan in [nan], [nan] == [nan], nan is nan, sorted([3, 1, 2], key=lambda v: -v))
print(0.0 == -0.0, math.copysign(1, -0.0), {0.0: "a", -0.0: "b"}, str(-0.0 + 0), -0.0 * 1, 0.0 * -1, min(0.0, -0.0), max(-0.0, 0.0))
print(1e308 * 10, -1e308 * 10, 1e308 * 10 - 1e308 * 10, 1e-320, 1e-400)
print(hash(1.0) == hash(1), hash(0.5), hash(1e20) == hash(10**20), hash(math.inf), hash(-math.inf), hash(-1.0))
print(2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 2**53 + 1 > 2.0**53, 10**400 > math.inf, 10**400 < math.inf, -(10**400) < -1e308)
