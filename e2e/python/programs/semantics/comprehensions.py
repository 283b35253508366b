print([x * y for x in range(3) for y in range(x)], [(x, y) for x in "ab" if x != "a" for y in (1, 2)])
print({x: x**2 for x in range(4) if x % 2}, {len(w) for w in ("a", "bb", "cc")}, sorted({c for c in "hello"}))
m = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in m] for i in range(3)], [c for row in m for c in row if c % 2 == 0])
x = "outer"
print([x for x in "abc"], x, [(lambda: x)() for x in (1, 2)], [f() for f in [lambda: x for x in (1, 2)]])
print([i if i % 2 else -i for i in range(5)], [y := 1, y + 1], [z for i in range(3) if (z := i * 2)])
print(list(x for x in [1, 2]), sum(i * i for i in range(10)), dict((k, v) for k, v in zip("ab", (1, 2))))
def f(n):
    return [[j for j in range(i)] for i in range(n)]
print(f(4), [a + b for a, b in [(1, 2), (3, 4)]], [h for h, *t in ("abc", "de")])
data = {"a": [1, 2], "b": [], "c": [3]}
print({k: sum(v) for k, v in data.items() if v}, [(k, i) for k, v in data.items() for i in v])
g = (print("lazy", i) or i for i in range(2))
print("before")
print(list(g), next(g, "empty"))
print([*map(lambda p: p[0] * p[1], ((1, 2), (3, 4)))], {**{i: c for i, c in enumerate("ab")}})
class A:
    items = [1, 2, 3]
    first = [i for i in items]
    try:
        second = [items[0] for i in items]
    except NameError as e:
        print(e)
print(A.first)
print([c for c in (d for d in (e for e in "nested")) if c > "e"])
print([[i, j] for i in range(2) for j in range(2) if i != j if i < 5 if j >= 0])
