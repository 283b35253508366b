from functools import *
import functools, operator, heapq, bisect, itertools
from itertools import *
def t(f, **k):
    try: print(f, repr(eval(f)))
    except Exception as e: print(f, type(e).__name__, e.args)
@lru_cache(maxsize=3)
def f(x, y=1):
    "doc"
    print('call', x, y); return x + y
for a in (1,2,3,1,4,2,1): f(a)
print(f.cache_info(), f.__name__, f.__doc__, f.__wrapped__ is not None, f.cache_parameters()); f(1, y=2); f(1, y=2); f.cache_clear(); print(f.cache_info())
@cache
def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
print(fib(80), fib.cache_info())
@lru_cache
def g(x): return x
g(1); g(1.0); g('a'); print(g.cache_info())
@lru_cache(typed=True)
def g(x): return x
g(1); g(1.0); g(True); print(g.cache_info())
t("g([])"); t("lru_cache('x')"); 
class C:
    def __init__(self): self.n = 0
    @cached_property
    def v(self): self.n += 1; return 'v%d' % self.n
    @lru_cache(None)
    def m(self, x): self.n += 1; return (x, self.n)
    @singledispatchmethod
    def s(self, x): return ('base', x)
    @s.register
    def _(self, x: int): return ('int', x)
    @s.register(str)
    def _(self, x): return ('str', x)
    def add(self, a, b): return (a, b)
    add5 = partialmethod(add, 5)
c = C(); print(c.v, c.v, c.m(1), c.m(1), c.m(2), c.s(1), c.s('x'), c.s(1.5), c.add5(6), c.__dict__)
p = partial(int, base=2); print(p('101'), p.func, p.args, p.keywords, p); q = partial(partial(max, 1), 2, key=lambda x: -x); print(q(3), q.args)
p.attr = 5; print(p.attr, p.__dict__); t("partial()"); t("partial(5)"); update_wrapper(p, f); print(p.__name__, p.__doc__)
print(reduce(operator.add, [1,2,3]), reduce(lambda a, b: a * b, range(1, 6), 10)); t("reduce(operator.add, [])"); t("reduce(operator.add, 5)"); t("reduce(operator.add, [], 3)")
print(sorted([3,1,2], key=cmp_to_key(lambda a, b: b - a)))
@total_ordering
class V:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v if isinstance(o, V) else NotImplemented
print(V(1) < V(2), V(1) <= V(1), V(2) > V(1), V(2) >= V(3), V(1) != V(2)); t("V(1) >= 5"); t("total_ordering(object)")
@singledispatch
def h(x): return 'object'
@h.register(list)
def _(x): return 'list'
@h.register
def _(x: int): return 'int'
@h.register
def _(x: float | str): return 'float|str'
import collections.abc
@h.register(collections.abc.Mapping)
def _(x): return 'mapping'
print(h(1), h([]), h(None), h(True), h({}), h(1.5), h('s'), h.dispatch(int).__name__, len(h.registry), h.registry[list].__name__); t("h()")
def deco(fn):
    @wraps(fn)
    def w(*a, **k): return ('w', fn(*a, **k))
    return w
@deco
def foo(x: int) -> int:
    'foo doc'
    return x
print(foo.__name__, foo.__doc__, foo(1), foo.__annotations__, foo.__wrapped__(2), foo.__qualname__)
# operator
for s in "operator.add(1,2) operator.itemgetter(1)([1,2]) operator.itemgetter(1,0)([1,2]) operator.itemgetter('a') operator.attrgetter('real')(5) operator.attrgetter('real','imag')(5j) operator.attrgetter('__class__.__name__')(5) operator.methodcaller('upper')('a') operator.methodcaller('split','b',maxsplit=1)('abcbd') operator.methodcaller('f',1,x=2) operator.contains([1],1) operator.not_(0) operator.truth([]) operator.is_(1,1) operator.index(True) operator.neg(5) operator.inv(5) operator.iadd([1],[2]) operator.concat([1],[2]) operator.concat(1,2) operator.countOf([1,1,2],1) operator.indexOf([1,2],2) operator.indexOf([1],5) operator.getitem({1:2},1) operator.length_hint([1,2]) operator.length_hint(iter([1,2])) operator.length_hint(5,3) operator.add(1) operator.itemgetter() operator.itemgetter(0)(1,2) operator.attrgetter(1) operator.lt(1,2) operator.__add__(1,2) operator.mul('a',3) operator.pow(2,10) operator.xor(5,1) operator.and_(6,3) operator.or_(6,1) operator.matmul(1,2) operator.abs(-3) operator.call(max,1,2) operator.__not__(1) operator.ixor(5,1) operator.__iadd__(1,2) operator.setitem([1],0,2) operator.__and__(6,3)".split(): t(s)
# heapq/bisect
h = []
for x in [5,1,8,3,9,2,7]: heapq.heappush(h, x)
print(h, heapq.heappop(h), h, heapq.heapreplace(h, 4), heapq.heappushpop(h, 0), h); l = [9,8,7,6,5,4,3,2,1,0]; heapq.heapify(l); print(l, heapq.nlargest(3, l), heapq.nsmallest(2, l, key=lambda x: -x), list(heapq.merge([1,4],[2,3],[0])), list(heapq.merge([4,1],[3,2], reverse=True)), list(heapq.merge(['a','ccc'],['bb'], key=len)))
t("heapq.heappop([])"); t("heapq.heappush(5, 1)"); t("heapq.heapreplace([], 1)"); t("heapq.heappush([1], 'a')")
a = [1,3,3,5]; print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 9), bisect.bisect(a, 3, 0, 2), bisect.bisect_left(a, 4, key=lambda x: x * 2)); bisect.insort(a, 4); bisect.insort_left(a, 3); print(a); t("bisect.bisect(a, 3, -1)"); t("bisect.bisect(a)"); t("bisect.insort([3,1], 2, key=lambda x: -x)")
# itertools
for s in """list(islice(count(10),3)) list(islice(count(1,2.5),3)) count(5) count(5,2) count('a') list(islice(cycle('ab'),5)) list(repeat(1,3)) repeat(1,3) repeat(1) list(accumulate([1,2,3])) list(accumulate([1,2,3],operator.mul,initial=10)) list(accumulate([])) list(chain('ab',[1])) list(chain.from_iterable(['ab','c'])) list(chain(5)) list(compress('abcd',[1,0,1])) list(dropwhile(lambda\tx:x<3,[1,4,1])) list(takewhile(lambda\tx:x<3,[1,4,1])) list(filterfalse(None,[0,1,2])) list(filterfalse(lambda\tx:x%2,range(5))) [(k,list(g))for\tk,g\tin\tgroupby('aabbc')] [(k,list(g))for\tk,g\tin\tgroupby([1,3,2,4],key=lambda\tx:x%2)] list(islice('abcdef',2)) list(islice('abcdef',1,5,2)) list(islice('abc',None)) islice('a',-1) islice('a','b') islice('a',1,2,0) islice('a') list(pairwise('abc')) list(starmap(pow,[(2,3),(3,2)])) list(starmap(pow,[5])) list(zip_longest('ab','c',fillvalue='-')) list(zip_longest('ab','c')) list(zip_longest()) list(product('ab',[1,2])) list(product('ab',repeat=2)) list(product()) list(product('ab',[])) list(permutations('abc')) list(permutations('abc',2)) list(permutations('abc',5)) list(permutations('abc',0)) list(combinations('abcd',2)) list(combinations('ab',3)) list(combinations('ab',0)) list(combinations_with_replacement('abc',2)) list(combinations('abc',-1)) permutations('a',-1) product('a',repeat=-1) repeat() cycle() cycle(1) cycle(5) takewhile(5) combinations('a') tee('a',-1) [list(x)for\tx\tin\ttee('abc',3)] accumulate() groupby() pairwise(1,2) count(1,2,3) compress('a') zip_longest('a',foo=1) len(list(permutations(range(7)))) sum(1\tfor\t_\tin\tcombinations(range(15),7)) starmap() chain() operator.length_hint(repeat(1,5)) list(islice(repeat(2),2)) type(count()) type(groupby([]))""".split(' '): t(s.strip())
a, b = tee([1,2,3]); next(a); print(list(b), list(a)); 
g = groupby('aab'); k1, g1 = next(g); k2, g2 = next(g); print(list(g1), list(g2), k1, k2)
it = iter([1,2,3,4,5]); print(list(islice(it, 2)), list(it)); it = iter(range(10)); print(list(zip(*[it]*3)))
for i in range(3): print(next(count(i)), end=' ')
