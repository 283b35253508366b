for x, y in (([], 1), ((), [1]), ("", 5), (b"", "a"), (bytearray(), 1), ([1], [2]), ((1,), (2,))):
    try:
        print(x.__add__(y))
    except TypeError as e:
        print(e)
class R:
    def __radd__(self, o): return ("radd", o)
print([1] + R(), (1,) + R(), "a" + R(), 5 + R(), b"x" + R())
print({1, 2}.__rsub__({2, 3}), {1}.__ror__({2}), {1: 2}.__ror__({3: 4}), frozenset({1}).__rand__({1, 2}))
