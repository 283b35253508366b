def g(i):
    if i % 2:
        raise ValueError(i)
    return i
def f():
    n = 0
    for i in range(400000):
        try:
            n += g(i)
        except ValueError as e:
            n += 1
    return n


import time
begin = time.perf_counter()
f()
print(time.perf_counter() - begin)
