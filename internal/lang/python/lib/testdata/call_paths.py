class A:
    def __init__(self, x): self.x = x
    def __add__(self, o):
        if isinstance(o, A): return A(self.x + o.x)
        return NotImplemented
    def __radd__(self, o): return ("radd", type(o).__name__)
    def __sub__(self, o): return NotImplemented
    def __mul__(self, o, k=3): return self.x * k
    def __iadd__(self, o):
        if o == 1: return "iadd"
        return NotImplemented
    def __truediv__(self, o):
        raise ValueError("div")
class B:
    def __rsub__(self, o): return "B.rsub"
    def __add__(self, o): return NotImplemented
class C(A):
    def __radd__(self, o): return "C.radd"
print((A(1) + A(2)).x, 3 + A(1), A(1) * 2)
for f in [lambda: A(1) + 5, lambda: A(1) - A(2), lambda: A(1) - 4, lambda: A(1) - B(), lambda: A(1) + C(2), lambda: B() + A(1), lambda: B() + 3,
          lambda: B() + B(), lambda: A(1) / 2, lambda: A(1) ** 2]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
a = A(1); a += 1; print(a)
a = A(1)
try:
    a += 2
except TypeError as e: print(e)
b = A(1)
try:
    b -= 2
except TypeError as e: print(e)
class R:
    def __add__(self, o): return self + o
try: R() + 1
except RecursionError as e: print(e)
class G:
    def __add__(self, o):
        yield o
print(list(G() + 4))
class K:
    def __add__(self, o, *r): return (o, r)
    __sub__ = lambda self, o: ("sub", o)
    __mul__ = staticmethod(lambda o: ("static", o))
    def __eq__(self, o): return NotImplemented
print(K() + 1, K() - 2, K() * 3, K() == K())
def d(a, b=2, c=3): return a, b, c
class M:
    def m(self, x, y=5): return x, y
m = M()
print(d(1), d(1, 9), d(1, 9, 8), d(1, c=4), m.m(1), m.m(1, 2), m.m(y=1, x=0))
for f in (lambda: d(), lambda: d(1, 2, 3, 4), lambda: m.m(), lambda: m.m(1, 2, 3), lambda: [].pop(1, 2), lambda: "a".split(1, 2, 3), lambda: {}.get(), lambda: min()):
    try: print(f())
    except TypeError as e: print(e)
print([3, 1].pop(), "a b".split(), {1: 2}.get(1), {1: 2}.get(3), "x".join(map(str.upper, ["a", "b"])), getattr(m, "q", 7), int("7"), round(2.5), sum([1, 2]), pow(2, 5))
class L(list):
    def append(self, x): super().append(x * 2)
l = L([1]); l.append(4); print(l, l.pop(), l.index(1), L.pop(l))
def tb():
    try:
        A(1) - \
            B2()
    except TypeError as e: print(e.__traceback__.tb_lineno - e.__traceback__.tb_frame.f_code.co_firstlineno, e.__traceback__.tb_next)
class B2: pass
tb()
