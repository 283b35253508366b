class E(Exception):
    def __init__(self, a, b): self.a = a
e=E(1,2); print(e.args, e.a, repr(e), str(e))
class F(Exception):
    def __str__(self): return 'custom'
print(repr(F(1)), str(F(1)), f'{F(2)}')
class G(Exception):
    def __init__(self, msg, *, code=3):
        super().__init__(msg); self.code=code
    @property
    def info(self): return f'{self.args[0]}:{self.code}'
g=G('m', code=5); print(g.info, g.args, vars(g))
try: raise G('zz')
except G as x: print(x.info, isinstance(x, Exception), type(x).__mro__)
class H(KeyError, ValueError): pass
try: raise H('k')
except ValueError as x: print(repr(x), str(x))
class O(OSError):
    def __init__(self, x): super().__init__(2, 'no', x)
print(O('f'), O('f').errno, O('f').filename, O('f').args, type(O('f')))
class P(OSError): pass
print(P(2,'a','b'), P(2,'a').errno, repr(P(2,'a','b')))
class Q(Exception):
    def __new__(cls, *a): 
        s=super().__new__(cls, *a); s.tag='t'; return s
print(Q(1,2).tag, Q(1,2).args)
try:
    try: 1/0
    except ZeroDivisionError as e: raise ValueError('v') from e
except ValueError as v: print(repr(v.__cause__), v.__suppress_context__, repr(v.__context__))
try:
    try: 1/0
    except ZeroDivisionError as e: raise ValueError('v') from None
except ValueError as v: print(repr(v.__cause__), v.__suppress_context__, repr(v.__context__))
try: raise 1
except TypeError as e: print(e)
try: raise int
except TypeError as e: print(e)
try: raise ValueError from 3
except TypeError as e: print(e)
try:
    try: pass
    finally: 1/0
except ZeroDivisionError as e: print('z', e.__traceback__.tb_lineno)
try: raise
except RuntimeError as e: print(e)
try:
    try: raise ValueError
    except int: pass
except ValueError as e: print('pass', e.args)
try:
    try: raise ValueError
    except 3: pass
except TypeError as e: print(e, repr(e.__context__))
def f():
    try: return 1
    finally: print('f')
print(f())
def f2():
    for i in range(3):
        try: continue
        finally: print('c', i)
    while True:
        try: break
        finally: print('b')
    try: raise ValueError
    except ValueError as e: pass
    try: e
    except UnboundLocalError as u: print(u)
f2()
import sys
try: raise KeyError('a')
except KeyError: print(sys.exc_info()[0], sys.exc_info()[1].args, sys.exc_info()[2].tb_lineno)
print(sys.exc_info())
def nested():
    try: raise KeyError('in')
    except KeyError:
        try: raise ValueError('v')
        except ValueError: print(sys.exc_info()[1])
        print(sys.exc_info()[1])
nested()
# except*
try:
    raise ExceptionGroup('g', [ValueError(1), TypeError(2), ExceptionGroup('h', [ValueError(3), OSError(4)])])
except* ValueError as eg: print('V', eg, eg.exceptions)
except* TypeError as eg: print('T', eg.exceptions)
except* OSError as eg: print('O', eg.exceptions)
try:
    try: raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
    except* ValueError: print('only v')
except ExceptionGroup as e: print(repr(e))
try: raise ValueError('naked')
except* ValueError as e: print(repr(e))
try:
    try: raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
    except* ValueError: raise KeyError('k')
except ExceptionGroup as e: print(repr(e), repr(e.exceptions[0].__context__))
try:
    try: raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
    except* ValueError as e: raise
    except* TypeError as e: raise e
except ExceptionGroup as e: print(repr(e))
try:
    try: raise ValueError('x')
    except* TypeError: pass
except ValueError as e: print(repr(e))
try:
    try: raise ExceptionGroup('g',[ValueError()])
    except* ExceptionGroup: pass
except TypeError as e: print(e)
eg = ExceptionGroup('a', [ValueError(1), ExceptionGroup('b', [TypeError(2), KeyError(3)])])
print(eg.split(TypeError)); print(eg.subgroup(lambda e: isinstance(e, KeyError))); print(eg.split((ValueError,KeyError)))
print(eg.subgroup(OSError), eg.split(Exception))
class MyG(ExceptionGroup):
    def derive(self, excs): return MyG(self.message, excs)
m=MyG('m',[ValueError(1),TypeError(2)]); print(repr(m.split(ValueError)))
print(repr(BaseExceptionGroup('b',[ValueError()])), repr(BaseExceptionGroup('b',[KeyboardInterrupt()])))
e=ValueError(); e.add_note('n1'); e.add_note('n2'); print(e.__notes__)
print(hasattr(ValueError(), '__notes__'))
try: {}['x']
except KeyError as e: print(str(e), e.args)
try: [].foo
except AttributeError as e: print(e, e.name, e.obj)
try: undefined_name
except NameError as e: print(e, e.name)
try: import nonexistent_mod
except ImportError as e: print(e, e.name, type(e))
try: from sys import nope
except ImportError as e: print(e, e.name)
try: int('x')
except ValueError as e: print(e)
try: b'\xff'.decode()
except UnicodeDecodeError as e: print(e, e.start, e.end, e.reason, e.object, e.encoding)
try: 'é'.encode('ascii')
except UnicodeEncodeError as e: print(e, e.args)
try: open('/nonexistent/x')
except OSError as e: print(e.errno, e.strerror, e.filename)
def deep(n): return deep(n+1)
try: deep(0)
except RecursionError as e: print(e)
try: assert False, 'msg'
except AssertionError as e: print(e, e.args)
try: assert []
except AssertionError as e: print(repr(e))
try: raise SystemExit(3)
except SystemExit as e: print(e.code)
try: exit(4)
except SystemExit as e: print(e.code)
tb = None
try:
    def a1(): raise ValueError('tb')
    a1()
except ValueError as e: tb=e.__traceback__
while tb: print(tb.tb_lineno, tb.tb_frame.f_code.co_name, tb.tb_frame.f_lineno); tb=tb.tb_next
fr=sys._getframe(); print(fr.f_code.co_name, fr.f_lineno, fr.f_back)
def w(): return sys._getframe(1).f_code.co_name, sorted(sys._getframe().f_locals)
def w2(): loc=1; return w()
print(w2())
print(e if 'e' in dir() else 'no e')
