def t(f, *a, **k):
    try: print("=>", f(*a, **k))
    except Exception as e: print(type(e).__name__ + ":", e)
# operator dunder inheritance
class Num:
    def __init__(self, v): self.v = v
    def __add__(self, o):
        if isinstance(o, Num): return type(self)(self.v + o.v)
        if isinstance(o, int): return type(self)(self.v + o)
        return NotImplemented
    __radd__ = __add__
    def __iadd__(self, o): self.v += 100; return self
    def __mul__(self, o): return ("mul", self.v, o)
    def __rmul__(self, o): return ("rmul", self.v, o)
    def __neg__(self): return -self.v
    def __bool__(self): return self.v != 0
    def __len__(self): return self.v
    def __getitem__(self, k): return ("item", k)
    def __contains__(self, k): return k == self.v
    def __iter__(self): return iter(range(self.v))
    def __eq__(self, o): return isinstance(o, Num) and self.v == o.v
    def __lt__(self, o): return self.v < o.v
    def __hash__(self): return hash(self.v)
    def __index__(self): return self.v
    def __int__(self): return self.v * 10
    def __float__(self): return self.v + .5
    def __call__(self, *a): return a
    def __enter__(self): print("enter"); return self
    def __exit__(self, *a): print("exit", a[0]); return True
    def __reversed__(self): return "rev"
    def __format__(self, s): return f"fmt({s})"
    def __str__(self): return f"Num({self.v})"
    def __abs__(self): return "abs"
    def __divmod__(self, o): return "divmod"
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __round__(self, n=None): return ("round", n)
    def __missing__(self, k): return "missing"
class Sub(Num):
    def __radd__(self, o): return "sub radd"
n, s = Num(3), Sub(4)
print(n + 1, 1 + n, n + n, n + s, s + n, n * 2, 2 * n, "a" * n, [1] * n, -n, bool(Num(0)), len(n), n[1:2], n["k"], 3 in n, list(n), n == Num(3), n != Num(3), n < s, n > s, {n: 1}[Num(3)], [10, 20, 30, 40][n], int(n), float(n), n(1, 2), reversed(n), f"{n:abc}", f"{n}", str(n), abs(n), divmod(n, 1), n ** 2, pow(n, 2, 3), round(n), round(n, 1), hex(n), range(n), "x" * n)
n += 1; print(n.v)
with n as q: raise ValueError
t(lambda: n + "a"); t(lambda: "a" + n); t(lambda: n - 1); t(lambda: n <= s); t(lambda: ~n); t(lambda: n @ 1); t(lambda: +n)
class E: pass
e = E()
for op in ("e+1", "1+e", "e<e", "-e", "e[0]", "len(e)", "iter(e)", "next(e)", "e()", "1 in e", "e[0:1]", "abs(e)", "int(e)", "float(e)", "hash(e) and 1", "bool(e)", "[1][e]", "e @ e", "e += 1", "str(e) and 1", "round(e)", "reversed(e)", "divmod(e, 1)", "pow(e, 1)", "complex(e)", "bytes(e)", "list(e)", "a, b = e", "[*e]", "dict(e)", "with e: pass", "raise e", "del e[0]", "e[0] = 1", "print(*e)", "print(**e)", "range(e)", "sum(e)", "e ** 2", "e >> 1", "e | 1", "not e", "'%d' % e", "f'{e:>3}'"):
    t(lambda: exec(op, {"e": e}))
class BadLen:
    def __len__(self): return -1
t(len, BadLen()); 
class BadLen2:
    def __len__(self): return "a"
t(len, BadLen2()); t(bool, BadLen())
class BadBool:
    def __bool__(self): return 1
t(bool, BadBool())
class BadHash:
    def __hash__(self): return "a"
t(hash, BadHash())
class BadRepr:
    def __repr__(self): return 1
    def __str__(self): return 2
t(repr, BadRepr()); t(str, BadRepr())
class BadIter:
    def __iter__(self): return 1
t(iter, BadIter())
class NoneIter:
    __iter__ = None; __contains__ = None; __hash__ = None; __len__ = None
    def __getitem__(self, i): return i
t(iter, NoneIter()); t(lambda: 1 in NoneIter()); t(hash, NoneIter()); t(len, NoneIter())
class Inst: pass
i = Inst(); i.__len__ = lambda: 5; t(len, i); i.__call__ = lambda: 1; t(i)
# subclass natives
class MyInt(int):
    def __new__(cls, v, extra=None): o = super().__new__(cls, v); o.extra = extra; return o
    def __repr__(self): return f"MyInt({int(self)})"
x = MyInt(5, extra="e"); print(x, x.extra, x + 1, type(x + 1), x == 5, hash(x) == hash(5), {5: "a"}[x], x.bit_length(), [1,2,3,4,5,6][x], -x, type(-x), +x, type(+x), x.real, isinstance(x, int), MyInt.from_bytes(b"a", "big"), type(MyInt.from_bytes(b"a", "big")), x.__dict__, f"{x}", f"{x:03d}", "%d" % x, str(x), int(x), type(int(x)), x.conjugate(), type(x.conjugate()))
class MyStr(str):
    def shout(self): return self.upper() + "!"
s = MyStr("abc"); print(s, s.shout(), s + "d", type(s + "d"), s == "abc", {"abc": 1}[s], s[1], type(s.strip()), len(s), "b" in s, repr(s), type(str(s)), s.join(["1","2"]), hash(s) == hash("abc"), f"{s:>5}", [*s])
class MyList(list):
    def __init__(self, *a): super().__init__(a); self.n = len(a)
    def __getitem__(self, i): return ("got", super().__getitem__(i))
l = MyList(1, 2, 3); print(l, l.n, l[0], list(l), l + [4], type(l + [4]), type(l.copy()), l == [1,2,3], len(l), [*l], sorted(l)); l += [5]; print(l, type(l)); l.sort(reverse=True); print(l, l * 2, type(l * 2)); l[0] = 7; del l[1]; print(l, 7 in l, bool(MyList()))
class MyDict(dict):
    def __missing__(self, k): return f"no {k}"
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
d = MyDict(a=1); d["b"] = 2; print(d, d["a"], d["zz"], d.get("zz"), "a" in d, list(d), d | {"c": 3}, type(d | {}), type(d.copy()), MyDict.fromkeys([1], 2), type(MyDict.fromkeys([1], 2)), {**d}, dict(d)); d.update(q=3); d.setdefault("w", 4); print(d, d == {"a": 1, "b": 4, "q": 3, "w": 4})
class MyTuple(tuple):
    __slots__ = ()
    def __new__(cls, a, b): return tuple.__new__(cls, (a, b))
    @property
    def a(self): return self[0]
p = MyTuple(1, 2); print(p, p.a, p == (1, 2), hash(p) == hash((1, 2)), p + (3,), type(p[:]), type(p + ()), [*p], len(p)); t(lambda: setattr(p, "z", 1)); x, y = p; print(x, y)
class MySet(set): pass
ms = MySet([1, 2]); print(ms, ms | {3}, type(ms | {3}), ms == {1, 2}, type(ms.copy())); ms.add(5); ms |= {6}; print(ms, type(ms), len(ms), 5 in ms)
class MyFloat(float): pass
print(MyFloat(1.5), type(MyFloat(1.5) + 1), MyFloat("2.5"), MyFloat(2.0).is_integer(), repr(MyFloat(1)))
class MyBytes(bytes): pass
print(MyBytes(b"ab"), MyBytes(b"ab") == b"ab", type(MyBytes(b"ab")[:1]))
class MyExc(Exception):
    code = 5
    def __init__(self, msg, *, k=1): super().__init__(msg); self.k = k
    def __str__(self): return "custom " + super().__str__()
try: raise MyExc("m", k=3)
except MyExc as ex: print(ex, repr(ex), ex.k, ex.args, ex.code, ex.__dict__)
class E2(Exception): pass
print(repr(E2(1, 2)), str(E2(1, 2)), E2("a") == E2("a"), E2.__mro__[1].__name__); t(lambda: E2(x=1))
class KE(KeyError): pass
print(str(KE("a"))); 
class OE(OSError): pass
print(OE(2, "x").errno, str(OE(2, "x")), OE(2, "x", "fn"))
class SI(StopIteration): pass
print(SI(4).value)
class Both(MyStr, int if False else object): pass
print(Both("q"))
