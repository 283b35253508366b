print("{} {}".format(1, 2), "{1} {0}".format("a", "b"), "{a} {b[0]} {c.real}".format(a=1, b=[2], c=3), "{0[k]} {0[1]}".format({"k": "v", 1: "one"}))
print("{:>5}|{:<5}|{:^5}".format("a", "b", "c"), "{!r} {!s} {!a}".format("é", "é", "é"), "{{}} {}".format(1), "{:{}}".format("x", 4), "{0:{1}.{2}f}".format(3.14159, 8, 2))
from types import SimpleNamespace as NS
print("{o.x} {o.y[0].z}".format(o=NS(x=1, y=[NS(z=2)])), "{a}".format_map({"a": 5}))
class D(dict):
    def __missing__(self, k): return f"<{k}>"
print("{a} {zz}".format_map(D(a=1)))
for f, a in (("{", ()), ("}", ()), ("{} {1}", (1, 2)), ("{2}", (1,)), ("{a}", ()), ("{0.x}", (1,)), ("{0[a]}", ([1],)), ("{:d}", ("s",)), ("{!z}", (1,)), ("{0[}", (1,)), ("{a.}", ()), ("{:{:{}}}", (1, 2, 3))):
    try:
        print(f.format(*a))
    except Exception as e:
        print(repr(f), type(e).__name__, e)
