import collections
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
class G:
    def __getitem__(self, i): raise KeyError(i)
for c in dict, collections.OrderedDict, collections.UserDict, lambda *a: collections.defaultdict(int, *a), lambda x: dict().update(x), lambda x: collections.OrderedDict().update(x), lambda x: collections.UserDict().update(x), lambda x: {}.__ior__(x), lambda x: collections.OrderedDict().__ior__(x):
    print("--")
    for v in 5, [5], [1,2], [(1,)], [()], [(1,2,3)], ['a'], ['ab'], ['abc'], 'abc', [None], [[1]], [[1,2,3]], 1.5, None, b'ab', [b'ab'], [{1}], [{1,2}], [iter([1])], [(1,2),(1,)], G(), object, [iter('abc')], [iter('')], {1:2}.items(), range(3), [range(2)], [range(3)], [G()]:
        t(lambda: c(v))
