def f(n):
    if n > 990: raise ValueError('deep')
    g(n)
def g(n):
    f(n+1)
f(0)
