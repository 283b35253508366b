# Small things of built-in functions and classes, as they were found in public suites.
for s in ("éx","aÿ\x80b"):
    print([c for c in s], [hex(ord(s[i])) for i in range(len(s))], id(s[0]) == id(s[0]), id(chr(233)) == id("éa"[0]))
import itertools
print(list(itertools.product(repeat=2**62)))
try: print(format(2,3))
except TypeError as e: print(e)
class B:
    def __getitem__(self,i):
        if i==1: raise ValueError(i)
        return i
it=iter(B()); print(next(it))
for _ in range(2):
    try: next(it)
    except ValueError as e: print(e)
import sys
try: sys.exit()
except SystemExit as e: print(e.args, e.code)
try: exit()
except SystemExit as e: print(e.args, e.code)
it=iter("ab"); next(it); next(it); print(it.__reduce__()[1:]); next(it,0); print(it.__reduce__()[1:]); it.__setstate__(0); print(list(it))
it=iter((1,2)); next(it); next(it); print(it.__reduce__()[1:]); next(it,0); print(it.__reduce__()[1:]); it.__setstate__(0); print(list(it))
from collections import deque
k=type(iter(deque())); print(list(k(deque('abc'),1)), list(type(reversed(deque()))(deque('abc'),1)))
try: k([1])
except TypeError as e: print(e)
s=b'abc'; print(s.strip() is s, s.strip(b'a'))
def f(a): "doc"; return a+1000
print(f.__code__.co_consts[:2], (lambda: 5).__code__.co_consts, f.__name__ is f.__name__)
print(bytes.maketrans.__qualname__, str.maketrans.__self__, bytearray.maketrans.__qualname__)
try: __import__('os',None,None,[1])
except TypeError as e: print(e)
for a in ((1,),('',),('xyz',None,None,None,-1),('builtins','globals',None,None,1)):
    try: __import__(*a)
    except Exception as e: print(type(e).__name__, e)
ns={}; exec("", ns); print(type(ns['__builtins__']))
import json
a=[1]
a=[object() for i in range(4)]
def crash(o):
    if len(a)>2: a.pop()
    return None
print(json.dumps(a,default=crash))
import _thread
print(_thread.stack_size(), _thread.stack_size(65536), _thread.stack_size(0))
for v in (-1, 5):
    try: _thread.stack_size(v)
    except ValueError as e: print(e)
import os
os.putenv('Q1','x'); print(os.getenv('Q1'))
try: itertools.combinations('ab',2**45)
except MemoryError as e: print('mem')
x=float('nan'); print(float(x) is x)
class MyStr(str): pass
class Foo:
    def __init__(s,v): s.v=v
    def __repr__(self): return MyStr(self.v)
print(type(repr(Foo('a'))).__name__, type(ascii(Foo('a'))).__name__, type(ascii(Foo('é'))).__name__, ascii(Foo('é')))
class It:
    def __iter__(self): return self
    def __next__(self): return 'a'
    def __length_hint__(self): raise NotImplementedError('hint')
class H:
    def __iter__(self): return It()
try: ''.join(H())
except NotImplementedError as e: print(e)
try: ','.join(5)
except TypeError as e: print(e)
class N:
    __iter__=None
try: ','.join(N())
except TypeError as e: print(e)
