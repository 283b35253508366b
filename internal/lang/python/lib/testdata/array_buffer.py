from array import array
import array as m, copy, struct, io, collections.abc as abc
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
class A(array):
    def __init__(self, *a): self.x = 1
b = A('i', [1,2]); t(lambda: b); t(lambda: b + b); t(lambda: type(b+b)); t(lambda: b[:1]); t(lambda: copy.copy(b)); t(lambda: copy.deepcopy(b)); t(lambda: b.x); t(lambda: b.__reduce_ex__(2)); t(lambda: copy.copy(b).x)
a = array('h', [1, -2, 300])
t(lambda: bytes(a)); t(lambda: bytearray(a)); t(lambda: b''.join([a, a])); t(lambda: b'x' + a); t(lambda: struct.unpack('3h', a)); t(lambda: int.from_bytes(a, 'little'))
v = memoryview(a); t(lambda: (v.format, v.itemsize, v.nbytes, v.shape, v.strides, v.readonly, len(v), v.ndim, v.contiguous)); t(lambda: v[1]); t(lambda: v[1:].tolist()); t(lambda: v[::-1].tolist()); t(lambda: v[::2].tobytes()); t(lambda: list(v)); t(lambda: bytes(v[1:])); t(lambda: v.obj is a); t(lambda: v == a); t(lambda: v == array('i', [1,-2,300])); t(lambda: v == bytes(a)); t(lambda: hash(v)); t(lambda: v[3]); t(lambda: v.hex()); t(lambda: -2 in v); t(lambda: v.tolist())
v[0] = 77; t(lambda: a)
def st(k, x):
    v[k] = x
    return a
t(lambda: st(0, 40000)); t(lambda: st(0, 1.5)); t(lambda: st(slice(0, 2), array('h', [5, 6]))); t(lambda: st(slice(0, 2), array('i', [5, 6]))); t(lambda: st(slice(0, 2), b'ab')); t(lambda: st(slice(0,1), array('h', [5,6])));t(lambda: st(slice(None, None, -2), array('h', [8, 9])))
t(lambda: v.cast('B').tolist()); t(lambda: v.cast('B').cast('h').tolist()); t(lambda: v.cast('i')); t(lambda: v[:2].cast('B').cast('i').tolist()); t(lambda: v.cast('B')[:3].cast('h')); t(lambda: v[::2].cast('B')); t(lambda: v.cast('x')); t(lambda: v.cast(5)); t(lambda: v.cast('<h')); t(lambda: v.cast('@B').format); t(lambda: v.cast('c').tolist())
del v
for c in 'bBhHiIlLqQfd':
    w = memoryview(array(c, [1, 2])); t(lambda: (w.format, w.itemsize, w.tolist(), w[0])); w[0] = 5; t(lambda: w.obj); 
    try: w[0] = 'x'
    except Exception as e: print(type(e).__name__, e)
    try: w[0] = -10**30
    except Exception as e: print(type(e).__name__, e)
w = memoryview(array('u', 'ab')); t(lambda: w.format); t(lambda: w[0]); t(lambda: w.tolist()); t(lambda: w.tobytes()); t(lambda: w == w); t(lambda: w == memoryview(array('u', 'ab')))
x = memoryview(bytearray(16))
for f in '?bBcsxhHiIlLqQnNPfde':
    t(lambda: x.cast(f).tolist() if f not in 'c' else 0)
y = x.cast('d'); y[0] = 1.5; t(lambda: x.tobytes()); y = x.cast('?'); y[0] = 'truthy'; t(lambda: y.tolist()); 
with memoryview(a) as mv:
    t(lambda: a.append(1)); t(lambda: a.pop()); t(lambda: a.extend([1])); t(lambda: a.frombytes(b'ab')); t(lambda: a.__imul__(2)); t(lambda: a.__setitem__(slice(0,0), a)); t(lambda: a.insert(0, 1)); t(lambda: a.__delitem__(0)); t(lambda: a.__setitem__(0, 5)); t(lambda: a.fromlist([1])); t(lambda: a.byteswap()); t(lambda: a.extend([])); t(lambda: a.fromlist([]))
t(lambda: a.append(1)); t(lambda: a)
f = io.BytesIO(); a.tofile(f); t(lambda: f.getvalue()); f.seek(0); z = array('h'); z.fromfile(f, 2); t(lambda: z); t(lambda: z.fromfile(f, 9)); t(lambda: z); t(lambda: z.fromfile(f, -1)); 
f = io.BytesIO(b'abcdefgh'); q = array('b', bytes(4)); t(lambda: f.readinto(q)); t(lambda: q); mv = memoryview(q)[1:3]; t(lambda: f.readinto(mv)); t(lambda: q)
t(lambda: struct.pack_into('h', q, 0, 258)); t(lambda: q); t(lambda: struct.pack_into('h', memoryview(q)[2:], 0, 258)); t(lambda: q)
t(lambda: isinstance(a, abc.MutableSequence)); t(lambda: isinstance(a, abc.Sequence)); t(lambda: issubclass(array, abc.Hashable))
match array('i', [1, 2, 3]):
    case [x1, *rest]: print(x1, rest)
    case _: print('no')
t(lambda: m._array_reconstructor(array, 'i', 8, b'abcd')); t(lambda: type(a).__module__); t(lambda: array.__name__); t(lambda: array.__qualname__); t(lambda: a.nope)
t(lambda: sum(array('d', [1.5, 2]))); t(lambda: sorted(array('i', [3,1,2]))); t(lambda: max(array('f', [3,1,2]))); p, q2 = array('i', [1,2]); print(p, q2); print(*array('u', 'xyz'))
it = iter(a); t(lambda: next(it)); t(lambda: type(it).__name__); t(lambda: list(it)); t(lambda: it.__reduce__()) if 0 else None
t(lambda: array('i', (x for x in [1, 'a'])))
c = array('i', [1,2,3]); 
for n in c:
    if n < 3 and len(c) < 6: c.append(n+5)
t(lambda: c); t(lambda: c.extend(c)); t(lambda: c); c[:] = c[::-1]; t(lambda: c); c[1:1] = c; t(lambda: c); c += c; t(lambda: c); t(lambda: c.__add__(5)); t(lambda: c.__eq__(5))
t(lambda: [n for n in dir(array) if not n.startswith('__')]); t(lambda: m.__name__); t(lambda: [n for n in dir(m) if not n.startswith('__')])
t(lambda: 'é' in array('u', 'é')); t(lambda: array('u', 'abc')[1]); t(lambda: array('u', 'abc').tobytes()); t(lambda: array('u', b'abcd')); t(lambda: array('u', b'a\0\0\0\xff\xff\xff\xff').tounicode())
