from collections import deque; import itertools, functools, operator
def t(f):
    try: print(f, repr(eval(f)))
    except Exception as e: print(f, type(e).__name__, e.args)
for s in ["deque().x", "hash(deque())", "itertools.count()[0]", "len(itertools.count())", "functools.partial(int).x", "deque()+1", "deque()<1", "deque()-1", "itertools.count()()", "[1]+1", "iter([]).x", "iter({}.items()).x", "range(3).x", "operator.itemgetter(1)[0]", "functools.lru_cache(int).x", "type(itertools.count()).__name__", "itertools.count().__class__.__module__", "deque.__qualname__", "functools.partial.__name__", "deque(5)"]: t(s)
