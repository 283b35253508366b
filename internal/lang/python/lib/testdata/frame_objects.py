import sys, inspect, traceback
def f(depth=0):
    a = 1
    fr = sys._getframe(depth)
    b = 2
    return fr
def g():
    x = 5
    fr = f(1)
    y = 6
    return fr
fr = g()
print(fr.f_code.co_name, sorted(fr.f_locals), fr.f_back.f_code.co_name, fr.f_lineno)
fr2 = f()
print(fr2.f_code.co_name, fr2.f_lineno, fr2.f_locals["a"], fr2.f_locals["b"], fr2.f_back is sys._getframe(), fr2.f_back.f_back)
def h():
    me = sys._getframe()
    print(me is sys._getframe(), me.f_lineno)
    print(me.f_lineno, me.f_back.f_code.co_name)
    return [fi.function for fi in inspect.stack()]
print(h())
def rec(n):
    if n == 0:
        fr, names = sys._getframe(), []
        while fr is not None:
            names.append(fr.f_code.co_name); fr = fr.f_back
        return names
    return rec(n - 1)
print(rec(5))
def gen():
    yield sys._getframe().f_code.co_name, sys._getframe().f_back.f_code.co_name
    yield sys._getframe().f_lineno
it = gen()
print(next(it), it.gi_frame.f_lineno, it.gi_frame.f_back, next(it))
def boom():
    z = 3
    try: 1 / 0
    except ZeroDivisionError as e: return e.__traceback__.tb_frame
print(boom().f_code.co_name)
def st():
    return [s.name for s in traceback.extract_stack()]
print(st())
class A:
    v = sorted(k for k in sys._getframe().f_locals if not k.startswith("__"))
    n = sys._getframe().f_code.co_name
print(A.v, A.n)
def cell():
    q = 1
    fr = sys._getframe()
    def inner(): return q
    q = 2
    return fr, inner
fr, inner = cell()
print(fr.f_locals["q"], inner())
keep = []
def many(n):
    keep.append(sys._getframe())
    if n: many(n - 1)
many(50)
print(len(keep), [k.f_locals["n"] for k in keep[::10]], keep[10].f_back is keep[9])
print(sys._getframe().f_globals is globals())
