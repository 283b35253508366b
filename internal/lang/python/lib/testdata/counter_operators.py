"""Counters whose counts are no numbers, or not all the same."""

from collections import Counter
import operator
vals = [(), 1, -1, 2.5, None]
cs=[Counter()]+[Counter({'a':v}) for v in vals]+[Counter({'b':v}) for v in vals]
def show(f,*a):
    try: return f(*a)
    except Exception as e: return type(e).__name__, str(e)
ops=[operator.add,operator.sub,operator.and_,operator.or_,operator.eq,operator.le,operator.lt,operator.ge,operator.gt,operator.ne]
for x in cs:
    print(dict(x), show(operator.pos,x), show(operator.neg,x), show(x.total), show(lambda: list(x.elements())), show(repr,x))
    for y in cs:
        print(dict(x),dict(y),*(show(o,x,y) for o in ops))
        for o in (operator.iadd,operator.isub,operator.iand,operator.ior):
            z=Counter(x); print(o.__name__, show(o,z,y), dict(z))
        z=Counter(x); print(show(z.update,y),dict(z)); z=Counter(x); print(show(z.subtract,y),dict(z))
