if (n := 10) > 5:
    print(n)
print([y := 1, y**2, y + 1], y, any((hit := x) > 2 for x in [1, 3, 5]), hit)
def f():
    out = [last := i for i in range(3)]
    return last, out
print(f(), "last" in globals())
while (chunk := [1, 2][n - 10: n - 9]):
    print(chunk)
    n += 1
def g(x, *, k=(d := 7)): return x, k
print(g((a := 2)), a, d, (b := (1, 2))[0], b, {(k := 1): (v := 2)}, k, v)
print((lambda: (z := 5) + z)(), f"{(w := 3)}", w, [i for i in range(5) if (half := i // 2)], half)
