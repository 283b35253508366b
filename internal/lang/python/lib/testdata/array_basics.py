from array import array
import array as m
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
for c in 'bBhHiIlLqQfd':
    for v in (-1, 0, 127, 128, -128, -129, 255, 256, 32767, 32768, -32769, 65535, 65536, 2**31-1, 2**31, -2**31-1, 2**32-1, 2**32, 2**63-1, 2**63, 2**64-1, 2**64, -2**63-1, 1.5, 'a', None, True, b'a', 10**400):
        print(c, str(v)[:30], end=' ')
        t(lambda: array(c, [v]))
print(m.typecodes, m.ArrayType)
t(lambda: array())
t(lambda: array(1))
t(lambda: array('x'))
t(lambda: array('ii'))
t(lambda: array('i', 'abc'))
t(lambda: array('i', array('u', 'abc')))
t(lambda: array('i', 5))
t(lambda: array('i', typecode=5))
t(lambda: array('i', [1], 2))
t(lambda: array('u', 'héllo€😀'))
t(lambda: array('u', [1]))
t(lambda: array('u', ['ab']))
t(lambda: array('u'))
t(lambda: array('i', b'abc'))
t(lambda: array('i', b'abcdefgh'))
t(lambda: array('i', bytearray(b'abcdefgh')))
t(lambda: array('i', range(5)))
t(lambda: array('i', memoryview(b'abc')))
t(lambda: array('d', array('i', [1,2])))
t(lambda: array('d', [1, 2.5, float('nan'), float('inf'), -0.0]))
t(lambda: array('f', [0.1, 1e300]))
a = array('i', range(10))
t(lambda: a[3]); t(lambda: a[-1]); t(lambda: a[10]); t(lambda: a['x']); t(lambda: a[1:5]); t(lambda: a[::-2]); t(lambda: a[8:2]); t(lambda: a[1.5]); t(lambda: a[10**30])
def s(k, v):
    b = array('i', range(10))
    b[k] = v
    return b
t(lambda: s(0, 5)); t(lambda: s(-1, 5)); t(lambda: s(10, 5)); t(lambda: s('x', 5)); t(lambda: s(0, 'x')); t(lambda: s(slice(2, 4), array('i', [7,8,9])))
t(lambda: s(slice(2, 4), [1])); t(lambda: s(slice(2,4), array('h', [1]))); t(lambda: s(slice(None, None, 2), array('i', [1]))); t(lambda: s(slice(None, None, 2), array('i', [1]*5)))
t(lambda: s(slice(5, 2), array('i', [7]))); t(lambda: s(slice(None,None,-1), array('i', range(10)))); t(lambda: s(slice(2, 4), 5)); t(lambda: s(slice(0,0), a))
def d(k):
    b = array('i', range(10)); del b[k]; return b
t(lambda: d(0)); t(lambda: d(-1)); t(lambda: d(10)); t(lambda: d('x')); t(lambda: d(slice(2, 5))); t(lambda: d(slice(None, None, 3))); t(lambda: d(slice(None, None, -4))); t(lambda: d(slice(9,2)))
t(lambda: a + a); t(lambda: a + [1]); t(lambda: a + array('h', [1])); t(lambda: a * 2); t(lambda: 2 * a); t(lambda: a * -1); t(lambda: a * 1.5); t(lambda: a * 10**30); t(lambda: a*(2**60))
def ia(x):
    b = array('i', [1, 2]); b += x; return b
t(lambda: ia(array('i', [3]))); t(lambda: ia([3])); t(lambda: ia(array('h', [3])))
def im(x):
    b = array('i', [1, 2]); b *= x; return b
t(lambda: im(3)); t(lambda: im(0)); t(lambda: im('x')); t(lambda: im(-1))
t(lambda: 3 in a); t(lambda: 3.0 in a); t(lambda: 'x' in a); t(lambda: list(a)); t(lambda: list(reversed(a))); t(lambda: len(a)); t(lambda: bool(array('i')))
t(lambda: iter(a).__class__); t(lambda: hash(a)); t(lambda: a == array('d', range(10))); t(lambda: a == list(range(10))); t(lambda: a < array('i', [0, 2])); t(lambda: a >= array('i', [0,1])); t(lambda: a < [1]); t(lambda: array('d', [float('nan')]) == array('d', [float('nan')])); t(lambda: a != array('i'))
def meth(name, *args, c='i', init=(3,1,2,1)):
    b = array(c, init); r = getattr(b, name)(*args); return b, r
for name, args in [('append', (5,)), ('append', ('x',)), ('append', ()), ('byteswap', ()), ('count', (1,)), ('count', ('x',)), ('extend', ([1,2],)), ('extend', (array('i',[9]),)), ('extend', (array('h',[9]),)), ('extend', (5,)), ('extend', (['x'],)), ('fromlist', ([1,2],)), ('fromlist', ((1,2),)), ('fromlist', ([1,'x'],)), ('frombytes', (b'abcd',)), ('frombytes', (b'abc',)), ('frombytes', (5,)), ('frombytes', ('abcd',)), ('fromunicode', ('a',)), ('index', (1,)), ('index', (9,)), ('index', (1, 2)), ('index', (1, 2, 3)), ('index', (1, -2)), ('index',(1,-1,100)), ('index', (3, 1)), ('insert', (0, 9)), ('insert', (-1, 9)), ('insert', (100, 9)), ('insert', (-100, 9)), ('insert', ('x', 9)), ('insert', (0, 'x')), ('pop', ()), ('pop', (0,)), ('pop', (-1,)), ('pop', (9,)), ('pop', ('x',)), ('remove', (1,)), ('remove', (9,)), ('reverse', ()), ('tobytes', ()), ('tolist', ()), ('tounicode', ()), ('__copy__', ()), ('__deepcopy__', ({},)), ('__reduce_ex__', (3,)), ('__reduce_ex__', (2,)), ('__sizeof__', ()), ('tofile', (5,)), ('fromfile', (5, 1))]:
    print(name, args, end=' '); t(lambda: meth(name, *args))
t(lambda: array('i').pop()); t(lambda: array('u', 'ab').tounicode()); t(lambda: meth('fromunicode', 'xyz', c='u', init='ab')); t(lambda: meth('fromunicode', 5, c='u', init='ab'))
t(lambda: meth('byteswap', c='d', init=[1.0])); t(lambda: meth('byteswap', c='h')); t(lambda: meth('byteswap', c='b')); t(lambda: meth('byteswap', c='q'))
t(lambda: a.typecode); t(lambda: a.itemsize); t(lambda: [array(c).itemsize for c in m.typecodes]); t(lambda: type(a.buffer_info())); t(lambda: a.buffer_info()[1])
t(lambda: array[int]); 
