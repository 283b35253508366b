def fact(n): return n * fact(n-1) if n else 1/0
try:
    fact(3)
finally:
    print('x')
