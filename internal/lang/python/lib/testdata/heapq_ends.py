import heapq, random
from functools import reduce
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
r = random.Random(5)
class V:
    def __init__(s, v, n): s.v, s.n = v, n
    def __lt__(s, o): log.append((s.n, o.n)); return s.v < o.v
    def __repr__(s): return f'{s.v}.{s.n}'
for n in -1, 0, 1, 2, 3, 5, 20, 2.5, 'x', None, True:
    for k in None, lambda x: x.v, lambda x: -x.v:
        for f in heapq.nsmallest, heapq.nlargest:
            log = []
            vs = [V(r.randrange(6), i) for i in range(12)]
            t(lambda: f(n, vs, k)); t(lambda: f(n, iter(vs), key=k)); print(reduce(lambda h, p: (h * 31 + p[0] * 12 + p[1]) % 999983, log, 7))
for bad in [1, 'a', None], 5, [None, None], ['a', 1], (), [], {1,2}, iter([1,'a',2]), [[], {}, ()], [True, ()], ((), False):
    for n in 0, 1, 2, 3, 5:
        for f in heapq.nsmallest, heapq.nlargest:
            t(lambda: f(n, bad)); t(lambda: f(n, bad, key=str))
