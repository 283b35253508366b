class I(int):
    def __float__(self): return 0.5
    def __index__(self): return 9
    def __int__(self): return 7
class F(float):
    def __float__(self): return 8.5
class S(str):
    def __float__(self): return 1.0
    def __int__(self): return 2
print(float(I(3)), complex(I(3)), complex(1, I(3)), int(I(3)), hex(I(3)), [0] * I(2), I(3) + 1, I(3) / 2)
print(float(F(1)), int(F(1.5)), F(1) + 1, float(S("x")), int(S("5")), complex(F(2)))
import math
print(math.sqrt(I(4)), math.floor(F(1.5)), round(F(2.5)), divmod(I(7), 2), "%d" % I(3), "%f" % I(3), range(I(3)))
