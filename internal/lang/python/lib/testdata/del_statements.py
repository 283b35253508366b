# What a del statement lets go: __del__, weak references, generators.
import weakref, gc
class A:
    def __init__(s,n): s.n=n
    def __del__(s): print('del',s.n)
a=A(1); b=A(2); 
print('x'); del a; print('y')
r=weakref.ref(b,lambda r:print('gone',r()))
del b
print(r())
class B: pass
b=B(); r=weakref.ref(b); p=weakref.proxy(b); f=weakref.finalize(b,print,'fin')
print(r() is b); del b; print(r())
try: p.x
except ReferenceError as e: print(e)
def g():
    try: yield 1
    finally: print('finally')
it=g(); next(it); del it; print('after')
def f():
    x=A(3); y=A(4)
    x.o=y
    del y
    print('still'); del x
    print('end f')
f()
x=A(5); l=[x]; del x; print('held'); l.clear(); gc.collect(); print('z')
for i in range(3):
    o=A(10+i)
    for j in [1]:
        del o
        print('in loop')
class N:
    def __init__(s,v): s.v=v; s.parent=None; s.ch=[]
    def __repr__(s): return f'Node({s.v})'
d=weakref.WeakValueDictionary(); n=N(1); d['a']=n; print(len(d)); del n; print(len(d),dict(d))
try:
    o=A(20); raise ValueError
except ValueError as e:
    del o
    print('handled')
print('end')
