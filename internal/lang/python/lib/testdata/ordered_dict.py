from collections import OrderedDict as O
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
t(lambda: O(1,2))
t(lambda: O().update(1,2))
t(lambda: O().update())
t(lambda: O(self=1, other=2))
t(lambda: O().update(self=1))
class S(O):
    def __setitem__(self, k, v): super().__setitem__(k, (v,))
t(lambda: S([(1,2)], a=3))
t(lambda: S({1:2}))
def m():
    s = S(); s.update({1:2}, b=3); s |= {5:6}; s.setdefault(7, 8); return s, s.copy()
t(m)
class K:
    def keys(self): return ['a','b']
    def __getitem__(self, k): return k*2
t(lambda: O(K()))
class I:
    def items(self): return [(1,2),(3,4)]
t(lambda: O(I()))
t(lambda: dict(I()))
class D(dict):
    def keys(self): return ['z']
    def __getitem__(self, k): return 'got'
    def items(self): return [('i', 1)]
    def __iter__(self): return iter('q')
t(lambda: O(D(a=1)))
t(lambda: O(O(a=1)))
class D2(dict):
    def __getitem__(self, k): return 'got'
t(lambda: O(D2(a=1)))
t(lambda: O([(1,2), (3,)]))
def m2():
    o = O()
    try: o.update([(1,2), (3,)])
    except ValueError: pass
    return o
t(m2)
# mutation during iteration
def it(view, change, n=4):
    o = O.fromkeys(range(n), 0)
    out = []
    try:
        for x in view(o):
            out.append(x)
            change(o, x)
            if len(out) > 10: break
    except BaseException as e: print(type(e).__name__, e)
    print(out, o)
key = lambda x: x[0] if isinstance(x, tuple) else x
changes = [lambda o, x: o.pop(key(x)), lambda o,x: o.pop(key(x)+1, 0), lambda o,x:o.clear(), lambda o,x: o.update({100:1}), lambda o,x: (o.pop(3,0), o.update({100:1})), lambda o,x:o.move_to_end(key(x)), lambda o,x: o.move_to_end(key(x), last=False), lambda o,x: (o.pop(0, 0), o.update({0:0})), lambda o,x: o.popitem(), lambda o,x: o.update({key(x): 5}),
 lambda o,x: (o.pop(key(x)), o.update({key(x): 5})), lambda o,x: (o.update({100:1}), o.pop(100)), lambda o, x: o.pop(key(x)-1, 0)]
for v in (lambda o: o, lambda o: o.keys(), lambda o: o.values(), lambda o: o.items(), reversed, lambda o: reversed(o.keys()), lambda o: reversed(o.values()), lambda o: reversed(o.items())):
    for i, c in enumerate(changes):
        print(i, end=' ')
        it(v, c)
        it(v, c, 1)
o = O.fromkeys(range(3))
i = iter(o); next(i)
print(i.__length_hint__() if hasattr(i, '__length_hint__') else 'none')
print(type(i), type(iter(o.items())), type(reversed(o)), type(o.keys()), type(reversed(o.items())))
t(lambda: i.__reduce__())
import copy
t(lambda: list(copy.copy(i)))
t(lambda: next(i))
del o[1]
t(lambda: next(i))
t(lambda: next(i))
t(lambda: next(i))
class W(O):
    def __delitem__(self, k): print('del', k); super().__delitem__(k)
    def __getitem__(self, k): print('get', k); return super().__getitem__(k)
    def __setitem__(self, k, v): print('set', k); super().__setitem__(k, v)
    def __contains__(self, k): print('in', k); return super().__contains__(k)
    def __missing__(self, k): return 'missing'
w = W(a=1, b=2)
for f in (lambda: w.pop('a'), lambda: w.pop('zz', 5), lambda: w.pop('zz'), lambda: w.setdefault('q', 5), lambda: w.setdefault('q', 6), lambda: w.popitem(), lambda: w.popitem(False), lambda: w.update(x=1), lambda: w.move_to_end('x'), lambda: w.copy(), lambda: W.fromkeys('ab'), lambda: w == W(x=1), lambda: w | {1:2}, lambda: {1: 2} | w, lambda: w.clear(), lambda: repr(w), lambda: w.get(1), lambda: w['nope'], lambda: list(w.items()), lambda: w.move_to_end('nope'), lambda: w.popitem(), lambda: w.setdefault([]), lambda: O.fromkeys(5), lambda: w.__init__(c=5), lambda: w.__reduce__()[:2], lambda: O().move_to_end(1), lambda: O(a=1).popitem(last=1), lambda: O.popitem.__name__, lambda: O(a=1) | 5, lambda: 5 | O(a=1), lambda: O(b=1).__ior__(5), lambda: O(a=1).__eq__(5), lambda: O(a=1) != {'a': 1}, lambda: O(a=1) < O(a=2), lambda: hash(O())):
    t(f)
o = O(a=1); o.x = o
t(lambda: o)
o['o'] = o
t(lambda: o)
o['k'] = o.items(); 
t(lambda: o)
t(lambda: O.update)
t(lambda: O.keys)
t(lambda: dict(O(a=1)))
t(lambda: {**O(a=1)})
t(lambda: (lambda **k: k)(**O(a=1)))
import pickle, copy
t(lambda: pickle.loads(pickle.dumps(O([(2,1),(1,2)]))))
t(lambda: copy.deepcopy(O([(2,1),(1,2)])))
