def g(): yield from g()
try: next(g())
except RecursionError as e: print('rec', e)
def h(n):
    for x in h(n+1): yield x
try: next(h(0))
except RecursionError as e: print('rec2', e)
a=ValueError('a'); b=TypeError('b'); a.__context__=b; b.__context__=a
try:
    try: raise a
    except ValueError: raise KeyError('k')
except KeyError as e: print(repr(e.__context__), repr(e.__context__.__context__))
eg=ValueError('leaf')
for i in range(20000): eg=ExceptionGroup('x',[eg])
print(str(eg))
try: eg.split(TypeError)
except RecursionError as e: print('split', e)
try:
    try: raise eg
    except* TypeError: pass
except RecursionError as e: print('star')
except ExceptionGroup as e: print('eg')
try: repr(eg)
except RecursionError as e: print('repr', e)
class E(Exception):
    def __repr__(self): return repr(self.args)
e=E(); e.args=(e,)
try: print(repr(e))
except RecursionError as x: print('rr', x)
async def co(n):
    return await co(n+1)
try: co(0).send(None)
except RecursionError as x: print('co', x)
def gg():
    for _ in range(2):
        try: yield 1
        except BaseException: pass
x=gg(); gg=None; next(x)
try: x.close()
except RuntimeError as r: print(r)
its=iter([])
for i in range(3000): its=(lambda it: (v for v in it))(its)
try: print(list(its))
except RecursionError as r: print('genchain', r)
class W:
    def __await__(self): return iter([1,2])
async def aw(): await W()
c=aw(); print(c.send(None), c.send(None))
try: c.throw(ValueError('t'))
except ValueError as v: print(v)
import sys
print(type(sys._getframe().f_builtins))
