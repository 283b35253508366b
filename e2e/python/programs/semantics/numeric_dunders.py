class Vec:
    def __init__(self, *c): self.c = c
    def __repr__(self): return f"Vec{self.c}"
    def __add__(self, o): return Vec(*(a + b for a, b in zip(self.c, o.c))) if isinstance(o, Vec) else NotImplemented
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __mul__(self, k): return Vec(*(a * k for a in self.c))
    __rmul__ = __mul__
    def __matmul__(self, o): return sum(a * b for a, b in zip(self.c, o.c))
    def __neg__(self): return self * -1
    def __abs__(self): return sum(a * a for a in self.c) ** 0.5
    def __bool__(self): return any(self.c)
    def __eq__(self, o): return isinstance(o, Vec) and self.c == o.c
    def __hash__(self): return hash(self.c)
    def __len__(self): return len(self.c)
    def __getitem__(self, i): return self.c[i]
    def __iadd__(self, o): self.c = (self + o).c; return self
    def __truediv__(self, k): return Vec(*(a / k for a in self.c))
    def __rsub__(self, o): return f"{o} - {self}"
    def __pow__(self, n, m=None): return ("pow", n, m)
    def __divmod__(self, o): return "divmod"
    def __round__(self, n=None): return Vec(*(round(a, n) for a in self.c))
    def __contains__(self, x): return x in self.c
    def __call__(self, *a): return a
    def __index__(self): return 3
    def __int__(self): return 33
    def __float__(self): return 3.5
    def __format__(self, spec): return f"[{spec}]"


v, w = Vec(1, 2), Vec(3, 4)
print(v + w, v * 2, 3 * w, v @ w, -v, abs(w), bool(Vec(0, 0)), v == Vec(1, 2), len({v, Vec(1, 2)}))
print(sum([v, w]), v[0], v[-1], list(v), 5 - v, v ** 2, pow(v, 2, 5), divmod(v, 1), round(Vec(1.26, 2.74), 1), 2 in v)
u = v
u += w
print(u, v, u is v, w / 2, v(1, 2), [10, 20, 30, 40][v], int(v), float(v), f"{v:>x}", "%d" % v, hex(v), range(v))
for bad in (lambda: v + 1, lambda: "x" + v, lambda: v - 1, lambda: v // 2, lambda: v < w, lambda: [] * v and v & v):
    try:
        print(bad())
    except TypeError as e:
        print(e)
