for k, v in {1: 2, 3: 4}.items(): pass
print(k, v)
def f():
    for i, x in enumerate('abc'): pass
    for a, b in zip([1,2],[3,4]):
        pass
    for a, (b, c) in [(1, (2, 3))]: pass
    for p in zip([1,2],[3,4]): q, r = p
    try:
        for m, n in zip([(1,2)]): print(m, n)
    except ValueError as e: print(e)
    d = {1: 2}
    try:
        for k, v in d.items(): d[k + 1] = 3
    except RuntimeError as e: print(e, d)
    return i, x, a, b, p, q, r
print(f()); print([(a, b) for a, b in zip('ab', 'cd')], {k: v for k, v in enumerate('ab')})
