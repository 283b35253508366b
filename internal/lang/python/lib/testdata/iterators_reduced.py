# Iterators that are copied, pickled and asked how much is left.
import copy
import functools
import itertools
import linecache
import pickle


class Squares:
    def __getitem__(self, i):
        if i > 4:
            raise IndexError
        return i * i

    def __len__(self):
        return 5


makers = [
    lambda: iter(range(2, 9, 3)), lambda: reversed(range(5)), lambda: iter(range(1 << 70, (1 << 70) + 3)),
    lambda: iter(b"abc"), lambda: iter(bytearray(b"abc")), lambda: reversed([1, 2, 3]), lambda: iter(Squares()),
    lambda: reversed(Squares()), lambda: enumerate("abc", 5), lambda: zip([1, 2], [3, 4, 5]), lambda: map(str, [1, 2, 3]),
    lambda: filter(None, [1, 0, 2]), lambda: iter(functools.partial(next, iter([5, 4, 3, 2])), 3),
]
for make in makers:
    it = make()
    next(it)
    try:
        hint = it.__length_hint__()
    except AttributeError:
        hint = None
    print(type(it).__name__, hint, list(pickle.loads(pickle.dumps(it))), end=" ")
    again = copy.copy(it)
    print(type(again) is type(it), list(again), list(copy.copy(it)))
strict = copy.copy(zip([1], [2, 3], strict=True))
try:
    list(strict)
except ValueError as e:
    print(e)
it = iter(Squares())
print(it.__reduce__()[2], list(it), it.__reduce__())

print(itertools.chain[int], linecache.updatecache("no file"))
for source in ("itertools.count[int]", "'ab' * (1 << 62)", "b'ab' * (1 << 62)", "bytearray(b'ab') * (1 << 62)"):
    try:
        eval(source)
    except Exception as e:
        print(type(e).__name__, e)
