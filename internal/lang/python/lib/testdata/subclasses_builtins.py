import copy
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
class I(int):
    def __float__(self): return 9.5
    def __str__(self): return 'I!'
class J(int):
    def __format__(self, spec): return 'J' + super().__format__(spec)
    def __str__(self): return 'J!'
class F(float):
    def __float__(self): return 9.5
    def __str__(self): return 'F!'
    def __format__(self, spec): return 'F' + super().__format__(spec)
class S(str):
    def __str__(self): return 'S!'
    def __format__(self, spec): return 'S' + super().__format__(spec)
for spec in ('', '.1f', 'd', 'e', 'x', '5', 's', 'Q', '%'):
    for v in (I(3), J(3), F(2.5), S('t'), True):
        show(lambda: format(v, spec))
        show(lambda: f'{v:{spec}}')
        show(lambda: type(v).__mro__[-2].__format__(v, spec))
class SI(str):
    def __int__(self): return 4
class SX(str):
    def __index__(self): return 5
class SF(str):
    def __float__(self): return 6.5
class ST(str):
    def __trunc__(self): return 7
class SR(str):
    def __repr__(self): return None
class LI:
    def __int__(self): raise TypeError('mine')
class VI:
    def __int__(self): raise ValueError('mine')
for c in (SI, SX, SF, ST, SR):
    for text in ('', '12', 'x'):
        v = c(text)
        for p in ('%d', '%i', '%x', '%o', '%f', '%5.1e', '%c', '%s', '%u'):
            show(lambda: p % v)
            show(lambda: p.encode() % v)
        show(lambda: int(v)); show(lambda: float(v)); show(lambda: complex(v)); show(lambda: int(v, 16))
for v in (LI(), VI(), 2.5, 1j, None, '1', b'1', float('inf'), float('nan'), True, [], I(3), F(1.5)):
    for p in ('%d', '%x', '%f', '%c'):
        show(lambda: p % (v,)); show(lambda: p.encode() % (v,))
class K(str):
    def __eq__(self, o): print('eq', str(o)); return str.lower(self) == str(o).lower()
    def __hash__(self): return hash(str.lower(self))
d = {K('Ab'): 1, 'x': 2}
show(lambda: d['ab']); show(lambda: d[K('AB')]); show(lambda: 'ab' in d); show(lambda: 'AB' in d)
d['ab'] = 5; show(lambda: d); d['AB'] = 6; show(lambda: d)
show(lambda: d.pop('ab')); show(lambda: d)
show(lambda: {K('a'), 'a', 'A', K('A')} - {'a'})
class H:
    def __hash__(self): return hash('a')
    def __eq__(self, o): print('H'); return o == 'a'
d = {H(): 1}
show(lambda: d['a']); show(lambda: d.get('b')); show(lambda: d.setdefault('a', 4)); d['a'] = 3; show(lambda: len(d)); del d['a']; show(lambda: d)
class B(dict): pass
class FS(frozenset): pass
class TT(tuple): pass
class LL(list): pass
class SS(set): pass
class SSS(str): pass
class DD(dict): pass
class II(int): pass
class BY(bytes): pass
class BA(bytearray): pass
from collections import deque, OrderedDict, Counter, defaultdict
class DQ(deque): pass
for v in (FS([1]), TT([1, []]), LL([1]), SS([1]), SSS('a'), DD(a=1), II(4), BY(b'a'), BA(b'a'), DQ([1]), DQ([1], 3), Counter('aab'), defaultdict(list, a=[1])):
    try: v.attr = [1]
    except AttributeError: pass
    for f in (copy.copy, copy.deepcopy):
        w = f(v)
        show(lambda: (w, type(w), w is v, w == v, getattr(w, 'attr', 0), getattr(w, 'attr', 0) is getattr(v, 'attr', 1)))
        show(lambda: v.__reduce_ex__(4)[0].__name__)
        show(lambda: v.copy().__class__)
