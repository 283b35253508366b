"""Which operator binds first, told by values that write down how they were combined."""


class N:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text

    def __bool__(self):
        return self.text != "z"

    def __getattr__(self, name):
        return N(f"{self.text}.{name}")

    def __getitem__(self, key):
        return N(f"{self.text}[{key}]")

    def __call__(self, *args):
        return N(f"{self.text}{args}")

    def __await__(self):
        yield
        return self


def binary(name, sign):
    setattr(N, f"__{name}__", lambda self, other: N(f"({self}{sign}{other})"))
    setattr(N, f"__r{name}__", lambda self, other: N(f"({other}{sign}{self})"))


for name, sign in dict(add="+", sub="-", mul="*", truediv="/", floordiv="//", mod="%", pow="**", matmul="@", lshift="<<", rshift=">>", xor="^").items():
    binary(name, sign)
binary("and", "&")
binary("or", "|")
for name, sign in dict(neg="-", pos="+", invert="~").items():
    setattr(N, f"__{name}__", lambda self, sign=sign: N(f"({sign}{self})"))
a, b, c, d, z = map(N, "abcdz")
print(a + b * c ** d, -a ** -b ** c, a ** -b * c, ~a ** b, (-a) ** b)
print(a - b - c, a ** b ** c, a / b // c % d @ a, a * -b, a - -b, a + +b)
print(a << b + c >> d, a & b | c ^ d, a | b & c, a ^ b | c ^ d, a << b & c, ~a & b)
print(a.x ** b[0], -a.x(b), a(b)(c)[d].e, -a[0] ** 2, 2 ** a.b, not a.b)
print(a or b and c, z or b, z and b, a and z or c, not z, not a or b, not (z and a), z or z)
print(a if z else b if z else c, (lambda: a if z else b)(), [a if x else b for x in (1, 0)])
print(1 < 2 == True, (1 < 2) == True, not 1 == 2, 1 in [1] == True, (1 in [1]) == True, 3 > 2 > 1)
print(2 + 3 * 4 ** 2 // 5 % 7 - 1, -2 ** 2, 2 ** -1, ~5 & 3 | 8 ^ 2, 1 << 2 + 1, 7 & 3 == 3, (7 & 3) == 3, 5 - 3 - 1, 2 ** 3 ** 0)
print([*range(2)] + [*"ab"], *[1, 2] * 2, (x := 5) + 1, x, not x > 3 and x < 9, "a" "b" * 2, "%d" % 3 + "x", "%s-%s" % (1, 2) * 2)
y = z or [i for i in range(3) if i != 1 or i]
print(y, a < b if False else "no", {1: 2} | {3: 4} == {1: 2, 3: 4}, {1} | {2} - {2} & {1})
