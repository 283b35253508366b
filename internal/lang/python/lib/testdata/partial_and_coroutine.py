# Copies of partials, namespaces in themselves, types.coroutine.
import types, copy, functools
n = types.SimpleNamespace(a=1); n.me = n
print(n)
class NS(types.SimpleNamespace): pass
x = NS(b=2); x.y = [x]
print(x)
p = functools.partial(print, 1, sep="-")
p.x = 5
q = copy.copy(p); print(q.func is print, q.args, q.keywords, q.x)
q = copy.deepcopy(p); print(q.args, q.keywords, q.x)
class P(functools.partial): pass
p2 = P(int, base=2); print(p2, copy.copy(p2)("11"), type(copy.copy(p2)))
print(p.__reduce__()[1:])
f = functools.partial(int)
f.__setstate__((f, (), {}, {}))
print(f)
for bad in [(1, (), {}, {}), (int, (), {}), (int, [], {}, None), (int, (), [], None), None]:
    try: f.__setstate__(bad)
    except TypeError as e: print(e)
f.__setstate__((int, ("7",), None, None)); print(f())
@types.coroutine
def g():
    x = yield 1
    return x
async def co(): return await g()
c = co(); print(c.send(None))
try: c.send(9)
except StopIteration as e: print(e.value)
print(types.coroutine(g) is g, types.coroutine(co) is co)
class Duck:
    def __next__(self): return 1
    def __iter__(self): return self
    def send(self, v): return v
    def throw(self, *a): raise a[0]
    def close(self): pass
@types.coroutine
def duck(): return Duck()
async def co2(): return await duck()
print(co2().send(None))
