def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for f in list, tuple, sorted, lambda x: [*x], lambda x: [].extend(x), lambda x: (*x,):
    for r in range(2**63), range(2**65), range(-2**63, 2**63), range(0, -2**64, -1):
        t(lambda: f(r))
        t(lambda: f(iter(r)))
