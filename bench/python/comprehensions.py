def f():
    a = [i*i for i in range(400000) if i % 2]
    b = {x: str(x) for x in range(100000)}
    c = {x % 100 for x in a}
    m = sorted(a, key=lambda x: -x)
    z = list(map(lambda x: x+1, a))
    return len(b), len(c), m[0], z[-1], sum(map(int, b.values())), max(a), any(x > 10**10 for x in a)


import time
begin = time.perf_counter()
f()
print(time.perf_counter() - begin)
