import math

for act in (
    lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: divmod(1, 0), lambda: 0 ** -1, lambda: 0.0 ** -1,
    lambda: int("0x10"), lambda: int("12", 1), lambda: int(float("nan")), lambda: int(float("inf")), lambda: 1 << -1, lambda: 10.0 ** 400, lambda: math.sqrt(-1),
    lambda: math.log(0), lambda: math.factorial(-1), lambda: pow(2, -1, 4), lambda: pow(2, 2, 0), lambda: float("1.2.3"), lambda: complex("1+"), lambda: round("x"), lambda: chr(-1), lambda: ord("ab"), lambda: 1j // 2, lambda: 1j < 2j, lambda: "a" * 2.0, lambda: [1] + (2,), lambda: -"x", lambda: ~1.5, lambda: abs("x"),
):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
math.exp(1000)
