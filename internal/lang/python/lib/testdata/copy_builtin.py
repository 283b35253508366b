# Copies of built-in objects and of subclasses' instances, and what makes them again.
import copy, functools, collections
class S(set): pass
class F(frozenset): pass
class D(collections.deque): pass
class B(bytearray): pass
class O(collections.OrderedDict): pass
s = S([1]); s.x = [1]
for x in (s, F([1]), D([1,2]), B(b'ab'), O(a=1), collections.deque([1,[2]], 5), functools.partial(int, '1', base=2), slice(1,2,3), iter([1,2])):
    for op in (copy.copy, copy.deepcopy):
        try:
            y = op(x)
            print(type(y), getattr(y, '__dict__', None), y if not callable(y) and not hasattr(y,'__next__') else '')
        except Exception as e:
            print(type(x), type(e), e)
    try: print(x.__reduce_ex__(4)[0].__name__, x.__reduce_ex__(4)[1:3])
    except Exception as e: print(e)

# Half-way iterators go on where they were, the copy by itself.
for make in (lambda: iter([1, 2, 3]), lambda: iter((1, 2, 3)), lambda: iter("héj"), lambda: iter("abc"), lambda: iter({1: 2, 3: 4, 5: 6})):
    it = make()
    next(it)
    other = copy.copy(it)
    print(list(other), list(it), list(copy.copy(it)), it.__reduce__()[1:])

p = functools.partial(int)
for bad in ((int, (), {}), (1, (), {}, None), (int, [], {}, None), (int, (), [], None), []):
    try:
        p.__setstate__(bad)
    except TypeError as e:
        print(e)
p.__setstate__((pow, (2,), {"exp": 5}, {"tag": 1}))
print(p(), p.tag, p.args, p.keywords)


class Six:
    def __reduce__(self):
        return Six, (), {}, None, None, None


class Hidden:
    def __getattribute__(self, name):
        if name.startswith("__reduce"):
            raise AttributeError(name)
        return object.__getattribute__(self, name)


for x in (Six(), Hidden()):
    for op in (copy.copy, copy.deepcopy):
        try:
            op(x)
        except (TypeError, copy.Error) as e:
            print(type(e).__name__)
o = O(a=1)
o.x = [1]
print(copy.copy(o).x is o.x, copy.deepcopy(o).x, o.pop("a", default=2), o.pop("a", default=2), o.setdefault("b", default=3))


class P(functools.partial):
    pass


p = P(print, 1, sep=2)
print(repr(p).replace("built-in ", ""), p.args is p.args)
p.__setstate__((p, (), {}, {}))
print(p)
p.__setstate__((print, (), {}, {}))
c = classmethod(lambda cls, x: 1)
print(c.__annotations__)
K = functools.cmp_to_key(lambda a, b: a - b)
try:
    hash(K(1))
except TypeError as e:
    print(e)
import weakref
print(weakref.ref(p)() is p, weakref.ref(D())and 1, type(weakref.ref(functools.lru_cache(len))).__name__)
