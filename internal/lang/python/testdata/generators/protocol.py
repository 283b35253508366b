# generators
def g():
    try:
        x = yield 1
        print('got', x)
        try:
            y = yield 2
        except ValueError as e:
            print('caught', e, e.__context__)
            yield 'v'
        return 'done'
    finally:
        print('fin')
it = g()
print(next(it), it.send('a'), it.throw(ValueError('boo')))
try: next(it)
except StopIteration as e: print(e.value, e.args)
print(next(it, 'default'))
it = g()
try: it.send(1)
except TypeError as e: print(e)
it.close(); 
try: next(it)
except StopIteration as e: print(repr(e))
it = g(); next(it); it.close()
def bad():
    try: yield 1
    except GeneratorExit: yield 2
b=bad(); next(b)
try: b.close()
except RuntimeError as e: print(e)
def si():
    yield 1
    raise StopIteration(3)
try: list(si())
except RuntimeError as e: print(e, repr(e.__cause__), repr(e.__context__))
def inner():
    try:
        a = yield 'i1'
        print('inner', a)
        b = yield 'i2'
    except KeyError as e:
        print('inner caught', repr(e))
        yield 'after'
    finally: print('inner fin')
    return 'ret'
def outer():
    try:
        r = yield from inner()
        print('r', r)
    except BaseException as e:
        print('outer', repr(e)); raise
    yield 'end'
o = outer()
print(next(o), o.send(5), o.throw(KeyError('k')), next(o))
try: next(o)
except StopIteration: print('stop')
o = outer(); next(o); o.close()
o = outer(); next(o)
try: o.throw(TypeError, 'x')
except TypeError as e: print(repr(e))
class It:
    def __init__(self): self.n=0
    def __iter__(self): return self
    def __next__(self):
        self.n+=1
        if self.n>2: raise StopIteration('itret')
        return self.n
    def send(self,v): print('send',v); return v
    def throw(self,*a): print('throw',len(a)); raise StopIteration('thr')
    def close(self): print('close')
def y(x):
    r = yield from x
    print('res', r)
    return r
print(list(y(It())))
q=y(It()); print(next(q), q.send(7))
try: q.throw(ValueError('z'))
except StopIteration as e: print(e.value)
q=y(It()); next(q); q.close()
def z():
    r = yield from [1,2]
    print(r)
print(list(z()))
for bad in (3, 'x'):
    try: print(list(y(bad)))
    except TypeError as e: print(e)
gg=(i*i for i in range(3))
print(gg.gi_running, gg.gi_frame is not None, gg.gi_yieldfrom, gg.gi_code.co_name, gg.__name__, gg.__qualname__)
print(list(gg), gg.gi_frame)
def rec(): 
    yield 1
    next(me)
me=rec(); next(me)
try: next(me)
except ValueError as e: print(e)
for bad in [(1,),(ValueError(),1),(ValueError,2,3),(int,)]:
    it=g(); next(it)
    try: it.throw(*bad)
    except (TypeError,ValueError) as e: print(repr(e))
    it.close()
def tr():
    yield
t=tr()
try: t.throw(ValueError('early'))
except ValueError as e: print(e.__traceback__.tb_lineno, e.__traceback__.tb_next.tb_lineno, e.__traceback__.tb_next.tb_frame.f_code.co_name)
print(repr(tr()).split(' at ')[0])
# exc_info inside generators
def gi():
    try: raise KeyError(1)
    except KeyError:
        yield 1
        try: raise
        except KeyError as e: print('reraised', e)
try: raise ValueError(2)
except ValueError:
    i=gi(); next(i)
    try: next(i)
    except StopIteration: pass
    try: raise
    except ValueError as e: print(e)
def fib():
    a,b=0,1
    while True:
        yield a
        a,b=b,a+b
import itertools
print(list(itertools.islice(fib(),10)))
def tree(t):
    if t:
        yield from tree(t[0]); yield t[1]; yield from tree(t[2])
print(list(tree(((None,1,None),2,(None,3,None)))))
def acc():
    total=0
    while (v:=(yield total)) is not None: total+=v
    return total
a=acc(); next(a); a.send(1); a.send(2)
try: a.send(None)
except StopIteration as e: print(e.value)
def lst():
    r = []
    while True:
        try: r.append((yield len(r)))
        except ValueError: return r
l=lst(); next(l); l.send(1); l.send(2)
try: l.throw(ValueError)
except StopIteration as e: print(e.value)
x = yielder = None
def deco():
    x = [(yield 1), (yield 2)]
    return x
d=deco(); print(next(d), d.send('a'))
try: d.send('b')
except StopIteration as e: print(e.value)
i = it = None
