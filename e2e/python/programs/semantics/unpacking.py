a, b, *c = range(5)
print(a, b, c)
*a, b = "xyz"
print(a, b)
(a, (b, *c)), d = [1, "234"], 5
print(a, b, c, d)
[a, [b]] = 1, [2]
a, b = b, a
print(a, b)
x = [1, 2, 3]
i = 0
i, x[i] = 2, 9
print(i, x)
for k, (v, *w) in {"a": "bcd", "e": [1]}.items():
    print(k, v, w)
print([*range(2), *"ab", *{3: 4}], (*[1], 2), {*[1, 1]}, {**{"a": 1}, "b": 2, **{"a": 3}})
def f(*args, **kw): return args, kw
print(f(*[1, 2], 3, *"x", k=1, **{"m": 2}, **{"n": 3}))
first, = [7]
(second) = 8
print(first, second)
d = {}
d["x"], d["y"] = 1, 2
p = q = []
p.append(1)
print(d, q, p is q)
a = b = c = 0
a += 1
print(a, b, c)
_, *middle, _ = range(6)
print(middle)
l = [1, 2, 3, 4]
l[1:3], l[0] = ["x", "y", "z"], "first"
print(l)
def swap(t): a, b = t; return b, a
print(swap((1, 2)), max(*[3, 1], key=lambda v: -v), print(*"abc", sep="-"))
