def value(n):
    return n == 0 or value(n - 1)
def jump(n):
    if n == 0:
        return 1
    return jump(n - 1)
def stored(n):
    x = n < 0
    return stored(n + 1)
def plain(n):
    return plain(n)
for f in (value, jump, stored, plain):
    try:
        f(-1)
    except RecursionError as e:
        print(f.__name__, e)
