import sys

for x in (
    [], [1], {}, {1: 2}, set(), frozenset({1}), 0, 1, -1, 2**30, 2**60, -2**100, "", "a", "\xe9", "\u65e5", "\U0001f600", b"", b"abc",
    (), (1,), (1, 2), 1.0, 1j, True, None, bytearray(), bytearray(b"abc"), dict.fromkeys(range(6)), dict.fromkeys(range(1000)),
    {str(i): i for i in range(100)}, [i for i in range(1000)], [0] * 10, set(range(1000)),
):
    print(type(x).__name__, x.__sizeof__(), sys.getsizeof(x))
for c in bytearray, dict, frozenset, int, list, object, set, str, type, bool, float:
    print(c.__sizeof__.__qualname__)
