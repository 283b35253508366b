def g(n, m=5):
    try:
        for i in range(m):
            yield i
    finally:
        print('fin', n)
for x in g(1): break
print('after')
def f():
    try:
        for x in g(2):
            for y in g(3):
                return y
    finally: print('f fin')
print(f())
try:
    for x in g(4): raise ValueError
except ValueError: print('caught')
for x in g(5):
    try:
        for y in g(6): 1/0
    except ZeroDivisionError: print('z', x)
    if x == 1: break
else: print('else')
for x in g(7, 2): pass
else: print('else')
h = g(8)
for x in h: break
print(next(h))
def outer():
    for x in g(9): yield x
for x in outer(): break
print('o')
def dele(): yield from g(10)
for x in dele(): break
class C:
    def it(self):
        with self: yield 1; yield 2
    def __enter__(self): print('enter'); return self
    def __exit__(self, *a): print('exit', a[0] and a[0].__name__)
for x in C().it(): break
def ex():
    for x in g(11):
        raise KeyError(x)
try: ex()
except KeyError as e: print(repr(e))
while True:
    for x in g(12):
        if x: break
    break
for i in range(2):
    for x in g(13):
        if x == 1: break
    else: continue
    print('i', i)
print([x for x in g(14, 2)])
h.close()
