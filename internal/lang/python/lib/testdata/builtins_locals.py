# locals() of a function is one dict, in which what exec has set stays.
def test():
    a = 13
    loc = locals()
    exec('b = a + 1')
    b = loc['b']
    print(b)
def test1():
    x = 0
    exec('x += 1')
    print(x)
def test2():
    x = 0
    loc = locals()
    print('before:', loc)
    exec('x += 1')
    print('after:', loc, 'x =', x)
def test3():
    x = 0
    loc = locals()
    print(loc)
    exec('x += 1')
    print(loc)
    locals()
    print(loc)
def test4():
    exec('y = 5')
    print(locals()['y'], locals() is locals())
    z = 1
    d = locals()
    del z
    print('z' in d, 'z' in locals(), 'z' in d)
    eval('[1 for _ in ()]')
    return {k: v for k, v in locals().items() if k != 'd'}
test(); test1(); test2(); test3(); print(test4())
def gen():
    n = 1
    exec('m = n + 1')
    yield sorted(locals())
    yield locals()['m']
print(list(gen()))
class C:
    exec('q = 1')
    print('q' in locals())
print(C.q)
