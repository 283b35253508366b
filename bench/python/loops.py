def f():
    total = 0
    for i in range(3000000):
        if i % 3 == 0:
            total += i * 2
        else:
            total -= i // 2
    xs = []
    for i in range(500000):
        xs.append(i * i)
    s = 0
    for x in xs:
        s += x
    return total, s


import time
begin = time.perf_counter()
f()
print(time.perf_counter() - begin)
