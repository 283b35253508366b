from collections import deque
class R:
    def __radd__(self, o): return ('radd', o)
    def __rmul__(self, o): return ('rmul', o)
class N:
    def __radd__(self, o): return NotImplemented
    def __rmul__(self, o): return NotImplemented
class I:
    def __index__(self): return 2
class IM:
    def __index__(self): return 2
    def __mul__(self, o): return NotImplemented
class S(str): pass
class SR(str):
    def __radd__(self, o): return ('SR', str(o))
class SM(str):
    def __mul__(self, o): return NotImplemented
class SA(str):
    def __add__(self, o): return NotImplemented
class L(list): pass
class LR(list):
    def __radd__(self, o): return 'LR'
class LI(list):
    def __iadd__(self, o): return NotImplemented
class T(tuple):
    def __rmul__(self, o): return 'T'
class Int(int):
    def __sub__(self, o): return NotImplemented
    def __add__(self, o): return ('Int', o)
class Int2(int):
    def __rsub__(self, o): return ('Int2', int(o))
class D(deque): pass
class D(deque): pass
class F(float):
    def __radd__(self, o): return 'F'
class NA:
    __add__ = None
    __radd__ = None
mk = [lambda: 1, lambda: [1], lambda: deque([1]), R, N, I, lambda: SR('r'), lambda: SM('m'), lambda: LR([2]), lambda: T((4,)), lambda: Int(5), lambda: D([7], 3), NA]
import re
def clean(v): return re.sub(' at 0x[0-9a-f]+', '', repr(v))
for a in mk:
    for b in mk:
        for op in ('x + y', 'x * y', 'x - y'):
            x, y = a(), b()
            try: print(clean(x), op, clean(y), clean(eval(op)))
            except Exception as e: print(clean(x), op, clean(y), type(e).__name__, clean(e))
        for op in ('x += y', 'x *= y'):
            x, y = a(), b()
            try: exec(op); print(op, clean(x))
            except Exception as e: print(clean(a()), op, clean(b()), type(e).__name__, clean(e))
