"""The right operand is asked second, but first when it is of a subclass that has its own."""
import operator


class Base:
    def __init__(self, name):
        self.name = name

    def __add__(self, other):
        return f"{self.name}.add"

    def __radd__(self, other):
        return f"{self.name}.radd"

    def __sub__(self, other):
        print("sub declines", end=" ")
        return NotImplemented

    def __rsub__(self, other):
        print("rsub declines", end=" ")
        return NotImplemented

    def __lt__(self, other):
        print(f"{self.name}.lt", end=" ")
        return NotImplemented

    def __gt__(self, other):
        print(f"{self.name}.gt", end=" ")
        return NotImplemented

    def __eq__(self, other):
        print(f"{self.name}.eq", end=" ")
        return NotImplemented


class Sub(Base):
    def __radd__(self, other):
        return f"{self.name}.Sub.radd"


class Plain(Base):
    pass


b, s, p = Base("b"), Sub("s"), Plain("p")
print(b + b, b + s, b + p, s + b, p + s, 1 + b, b + 1, [] + b, "x" + s)
for f in (operator.sub, operator.lt, operator.eq, operator.ne, operator.ge, operator.matmul):
    for x, y in ((b, b), (b, s), (b, 1), (1, b)):
        try:
            print(f.__name__, f(x, y))
        except TypeError as e:
            print(e)


class Mat:
    def __init__(self, *rows):
        self.rows = rows

    def __matmul__(self, other):
        return Mat(*(tuple(sum(a * b for a, b in zip(r, c)) for c in zip(*other.rows)) for r in self.rows))

    def __rmul__(self, k):
        return Mat(*(tuple(k * v for v in r) for r in self.rows))

    def __rpow__(self, base, mod=None):
        return f"{base} ** Mat"

    def __rdivmod__(self, other):
        return ("rdivmod", other)

    __rlshift__ = __rand__ = __rtruediv__ = lambda self, other: ("right", other)


m = Mat((1, 2), (3, 4))
print((m @ m).rows, (3 * m).rows, 2 ** m, divmod(7, m), 1 << m, {1} & m, 2.5 / m, pow(2, m))
for bad in (lambda: m * 3, lambda: m << 1, lambda: divmod(m, 7), lambda: pow(2, m, 5), lambda: m @ 1 if False else 1 @ m, lambda: -m, lambda: +m, lambda: ~m, lambda: abs(m)):
    try:
        print(bad())
    except TypeError as e:
        print(e)


class Blocked:
    __radd__ = None
    __add__ = None
    __iter__ = None
    __contains__ = None
    __hash__ = None


for bad in (lambda: 1 + Blocked(), lambda: Blocked() + 1, lambda: list(Blocked()), lambda: 1 in Blocked(), lambda: hash(Blocked())):
    try:
        print(bad())
    except TypeError as e:
        print(e)
