def gen(n):
    for i in range(n):
        yield i
def f():
    t = 0
    for x in gen(1000000):
        t += x
    t += sum(x * x for x in range(500000))
    def tree(n):
        if n:
            yield from tree(n-1)
            yield n
            yield from tree(n-1)
    t += sum(tree(14))
    return t


import time
begin = time.perf_counter()
f()
print(time.perf_counter() - begin)
