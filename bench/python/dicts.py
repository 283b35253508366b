def f():
    d = {}
    for i in range(500000):
        d[i % 1000] = d.get(i % 1000, 0) + i
    c = {}
    for w in ("the quick brown fox jumps over the lazy dog " * 20000).split():
        if w in c:
            c[w] += 1
        else:
            c[w] = 1
    t = 0
    for k, v in d.items():
        t += k * v
    return t, sorted(c.items())


import time
begin = time.perf_counter()
f()
print(time.perf_counter() - begin)
