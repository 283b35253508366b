class Point:
    __match_args__ = ('x','y')
    def __init__(self,x,y): self.x=x; self.y=y
def f(v):
    match v:
        case 0 | 1: return 'small'
        case int(n) if n > 100: return f'big {n}'
        case int(): return 'int'
        case str('x'): return 'x'
        case str(s): return f's {s}'
        case []: return 'empty'
        case [a]: return f'one {a}'
        case [1, *rest]: return f'1 and {rest}'
        case [a, b, *_, c]: return f'{a} {b} .. {c}'
        case (a, b): return f'pair {a} {b}'
        case {'k': v, **rest}: return f'k={v} {rest}'
        case {'a': {'b': [x, *_]}}: return f'nested {x}'
        case {}: return 'map'
        case Point(0, 0): return 'origin'
        case Point(x, y=0): return f'x-axis {x}'
        case Point(x=a, y=b) as p if a == b: return f'diag {a} {p.x}'
        case Point(): return 'point'
        case None: return 'none'
        case True: return 'true'
        case float(z): return f'float {z}'
        case bytes(b): return f'bytes {b}'
        case _: return 'other'
for v in (0, 1, 5, 500, 'x', 'yy', [], [3], [1,2,3], [4,5,6,7], (8,9), {'k':1,'z':2}, {'a':{'b':[7,8]}}, {}, Point(0,0), Point(3,0), Point(4,4), Point(1,2), None, True, 2.5, b'q', {1,2}, range(3), range(0), object, bytearray(b'x')):
    print(f(v))
class Color:
    RED = 1
match 1:
    case Color.RED: print('red')
def err(v, c):
    match v:
        case c(): pass
try:
    match 1:
        case print(): pass
except TypeError as e: print(e)
try:
    match Point(1,2):
        case Point(1,2,3): pass
except TypeError as e: print(e)
try:
    match 1:
        case int(1,2): pass
except TypeError as e: print(e)
try:
    match Point(1,2):
        case Point(1, x=3): pass
except TypeError as e: print(e)
class N: pass
try:
    match N():
        case N(1): pass
except TypeError as e: print(e)
class B: __match_args__ = ['a']
try:
    match B():
        case B(1): pass
except TypeError as e: print(e)
class B: __match_args__ = (1,)
try:
    match B():
        case B(1): pass
except TypeError as e: print(e)
class D(dict): pass
class L(list): pass
match D(a=1):
    case {'a': x, **r}: print('D', x, r, type(r))
match L([1,2]):
    case [x, y]: print('L', x, y)
    case list(q): print(q)
match (1, (2, [3, {'z': 4}])):
    case (a, (b, [c, {'z': d}])): print(a,b,c,d)
match -1:
    case -1: print('neg')
match 1+2j:
    case 1+2j: print('cplx')
match 'abc':
    case 'a' 'bc': print('str')
K='k'
class C: K='k'
match {'k': 1}:
    case {C.K: 1}: print('ck')
try:
    match {'k': 1}:
        case {C.K: 1, 'k': 2}: print('dup')
except ValueError as e: print(e)
match [1,[2,3]]:
    case [int() as a, [*b]] if (s:=sum(b)) > 4: print(a,b,s)
x = 5
match x:
    case y: print(y)
