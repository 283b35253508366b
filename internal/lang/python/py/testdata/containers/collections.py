from collections import *
import collections
d = deque([1,2,3], maxlen=3); d.append(4); print(d, d.maxlen, d[0], len(d)); d.appendleft(0); print(d)
d = deque(range(10)); d.rotate(3); print(d); d.rotate(-5); print(d); d.extendleft('ab'); print(d, d.index(5), d.count(1))
def t(f):
    try: print(f, repr(eval(f)))
    except Exception as e: print(f, type(e).__name__, e.args)
for s in "deque([]).pop() deque().popleft() deque([1])[5] deque([1]).index(5) deque([1]).remove(5) deque([1],1).insert(0,2) deque(maxlen=-1) deque(5) deque([1])+[2] deque([1])+deque([2]) deque([1,2])*2 deque([1,2],3)*2 deque([1])==deque([1]) deque([1])<deque([2]) hash(deque()) list(reversed(deque([1,2]))) deque([1])['a'] deque('abc',maxlen=2) deque([1]).foo deque(1,2,3) deque([[1]]).copy() 2in(deque([1,2])) deque([1,2,3]).reverse() bool(deque())".replace('2in(','2 in (').split(): 
    if s != '2': t(s)
t("2 in deque([1, 2])")
try:
    d = deque([1,2,3])
    for x in d: d.append(x)
except RuntimeError as e: print(e)
dd = defaultdict(list); dd['a'].append(1); dd['b']; print(dd, dict(dd), dd.default_factory); print(defaultdict(int, a=1), defaultdict(None), defaultdict(lambda: 5)[1])
t("defaultdict(5)"); t("defaultdict()[1]"); t("defaultdict(int, {1:2}) | {3: 4}"); t("{3:4} | defaultdict(int, {1:2})"); t("defaultdict(int, {1:2}).copy()"); t("type(defaultdict(int))")
c = Counter('abracadabra'); print(c, c.most_common(2), c['z'], c.total(), sorted(c.elements()))
print(c + Counter('aab'), c - Counter('aab'), c & Counter('aab'), c | Counter('xyz'), -c, +c, c == Counter('abracadabra'), c > Counter('a'))
c.subtract('aaaaaa'); print(c); c.update({'q': 3}); print(c, c.most_common()); del c['nothing']; print(Counter(a=1,b=0), Counter({'x':2}), Counter(), repr(Counter([1,1,2])))
od = OrderedDict([('a',1),('b',2),('c',3)]); od.move_to_end('a'); print(od); od.move_to_end('c', last=False); print(od, list(od), od.popitem(False), od.popitem(), od)
print(od.keys(), od.values(), od.items(), OrderedDict(), OrderedDict([(1,2),(3,4)]) == OrderedDict([(3,4),(1,2)]), OrderedDict([(1,2)]) == {1:2}, list(reversed(OrderedDict(a=1,b=2))))
t("OrderedDict().popitem()"); t("OrderedDict().move_to_end(1)"); t("OrderedDict(a=1) | {'b': 2}"); t("OrderedDict.fromkeys('ab', 0)"); t("OrderedDict(a=1).copy()"); t("OrderedDict().pop(1)"); t("OrderedDict(a=1).pop('a')"); t("OrderedDict().setdefault(1,2)"); t("OrderedDict(a=1).keys() & {'a'}")
P = namedtuple('P', 'x y'); p = P(1, y=2); print(p, p.x, p.y, p[0], p == (1,2), p._asdict(), p._replace(x=5), P._fields, P._make([3,4]), P.__doc__, P.x.__doc__, hash(p) == hash((1,2)), p + (1,), isinstance(p, tuple), len(p), *p)
t("P(1)"); t("P(1,2,3)"); t("P(1,z=3)"); t("P._make([1])"); t("p._replace(q=1)"); t("namedtuple('A','a a')"); t("namedtuple('A','_a')"); t("namedtuple('A','class')"); t("namedtuple('A','1a')"); t("namedtuple('A','a _b class a', rename=True)._fields"); t("namedtuple('A','a b', defaults=[5])(1)"); t("namedtuple('A','a b', defaults=[5])._field_defaults"); t("p.z"); t("setattr(p,'x',5)"); t("P.__name__, P.__module__, P.__new__.__qualname__"); t("namedtuple('A', 'a', defaults=[1,2])"); t("P.__match_args__")
class Q(namedtuple('Q', ['a', 'b'])):
    __slots__ = ()
    @property
    def s(self): return self.a + self.b
    def __new__(cls, a, b=10): return super().__new__(cls, a, b)
q = Q(1); print(q, q.s, q._replace(a=3), sorted([Q(2), Q(1)]), max(Q(1), Q(3)), {q: 1}[(1, 10)])
a, b = q; print(a, b)
match q:
    case Q(a, b): print('match', a, b)
cm = ChainMap({'a': 1}, {'a': 2, 'b': 3}); print(cm, cm['b'], len(cm), list(cm), cm.new_child({'c': 4}), cm.parents, dict(cm), 'b' in cm, cm.get('z', 9)); cm['z'] = 1; print(cm.maps); t("cm['nope']"); t("ChainMap({1:2}).pop(5)"); t("cm | {'k': 1}")
class LD(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
l = LD({'A': 1}, B=2); l['C'] = 3; print(l, l['a'], list(l), len(l), 'b' in l, dict(l), l.copy(), type(l.copy()))
class UL(UserList): pass
u = UL([3,1,2]); u.sort(); u.append(9); print(u, u + [1], u[1:], type(u[1:]), u * 2, u == [1,2,3,9], u.index(2), len(u))
s = UserString('hello'); print(s, s.upper(), s + ' world', s[1:3], len(s), s == 'hello', s.split('l'), 'ell' in s, repr(s), s.replace('l', 'L'), type(s.title()))
print(isinstance({}, collections.abc.Mapping), isinstance(deque(), collections.abc.MutableSequence))
class LRU(OrderedDict):
    def __init__(self, n): super().__init__(); self.n = n
    def get2(self, k):
        self.move_to_end(k); return self[k]
    def put(self, k, v):
        self[k] = v
        if len(self) > self.n: self.popitem(last=False)
r = LRU(3)
for i in range(10): r.put(i, i*i)
r.get2(7); r.put('x', 1); print(r, r.n, len(r))
class Graph(defaultdict):
    def __init__(self): super().__init__(set)
g = Graph(); g[1].add(2); print(g, len(g))
