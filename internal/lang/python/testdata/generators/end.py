def g(n):
    try: yield n
    finally: print('fin', n)
a = g(1); next(a)
b = g(2); next(b)
c = g(3)
print('end')
