"""Functions of complex numbers with infinities, NaNs, signed zeros and tiny parts."""

import cmath
import itertools
import math

PARTS = [0.0, -0.0, 1.0, -2.5, 4.0, math.inf, -math.inf, math.nan]
FUNCTIONS = "sqrt exp log log10 sin cos tan sinh cosh tanh asin acos atan asinh acosh atanh rect polar phase".split()


def show(name, *args):
    try:
        result = getattr(cmath, name)(*args)
    except Exception as e:
        result = type(e).__name__, str(e)
    print(name, *args, result)


for name in FUNCTIONS:
    for x, y in itertools.product(PARTS, repeat=2):
        if name == "rect":
            show(name, x, y)
        elif not cmath.isfinite(complex(x, y)):
            show(name, complex(x, y))

for x, y in itertools.product([5e-324, -5e-324, 2.5, -2.5, 1e300], repeat=2):
    show("phase", complex(x, y))
    print("atan2", x, y, math.atan2(x, y))
for z in (5e-324 - 3.75j, -5e-324 - 3.75j, 5e-324 + 3.75j):
    print(cmath.atan(z).real, cmath.atanh(complex(-z.imag, z.real)).imag)
