import types, collections.abc as abc, asyncio
@types.coroutine
def sleep(n):
    got = yield n
    return got * 2
async def main():
    return await sleep(5)
c = main()
print(c.send(None))
try: c.send(4)
except StopIteration as e: print(e.value)
print(type(sleep(1)).__name__, sleep.__name__, types.coroutine(sleep) is sleep)
def plain(): return iter([1])
w = types.coroutine(plain); print(w is plain, w.__name__, w.__wrapped__ is plain)
try: types.coroutine(5)
except TypeError as e: print(e)
async def co(): return 7
print(types.coroutine(co) is co)
class G(abc.Generator):
    n = 0
    def send(self, v):
        self.n += 1
        if self.n > 2: raise StopIteration('end')
        return self.n
    def throw(self, *a): raise a[0]
@types.coroutine
def g(): return G()
async def m2(): return await g()
c = m2(); print(c.send(None), c.send(None))
try: c.send(None)
except StopIteration as e: print(e.value)
def notco(): yield 1
async def bad(): await notco()
try: bad().send(None)
except TypeError as e: print(e)
@types.coroutine
def y(): 
    r = yield from co()
    return r
async def m3(): return await y()
print(asyncio.run(m3()))
class S:
    def __init__(self, x): self.x = x
    def __len__(self): return len(self.x)
    def __getitem__(self, i): return self.x[i]
def kind(o):
    match o:
        case [a, *r]: return 'seq', a, r
        case {'k': v}: return 'map', v
    return None
print(kind(S([1, 2])))
abc.Sequence.register(S)
print(kind(S([1, 2])))
@abc.Mapping.register
class M:
    def __init__(self, d): self.d = d
    def get(self, k, default=None): return self.d.get(k, default)
    def __len__(self): return len(self.d)
    def __getitem__(self, k): return self.d[k]
    def keys(self): return self.d.keys()
print(kind(M({'k': 1})))
abc.Hashable.register(S)
class S2(S): pass
print(kind(S2([3])))
import collections
print(kind(collections.deque([1,2])), kind('ab'), kind(b'ab'), kind(bytearray(b'a')))
class MyAbc(abc.Sequence):
    def __len__(self): return 1
    def __getitem__(self, i): return (5,)[i]
print(kind(MyAbc()))
class X: 
    def __len__(self): return 2
    def __getitem__(self, i): return (1, 2)[i]
MyAbc.register(X); print(kind(X()))
