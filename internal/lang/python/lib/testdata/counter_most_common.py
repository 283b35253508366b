"""Counter.most_common of what can't be sorted, or isn't a number of them."""

from collections import Counter


class Odd:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print("<", self.n, other.n)
        return self.n < other.n

    def __gt__(self, other):
        print(">", self.n, other.n)
        return self.n > other.n


def show(counter, *args):
    try:
        print(counter.most_common(*args))
    except Exception as e:
        print(type(e).__name__, e)


nan = float("nan")
COUNTERS = [
    Counter("abracadabra"),
    Counter(),
    Counter({"a": range(2), "b": range(3)}),
    Counter({"a": [1], "b": (1,), "c": 2}),
    Counter({"a": nan, "b": 1, "c": nan, "d": 2.5}),
    Counter({"a": True, "b": 2, "c": False}),
    Counter({"a": 2**70, "b": -1, "c": 2**70}),
]
for counter in COUNTERS:
    show(counter)
    for n in (None, 0, 1, 2, 3, 10, -1, True, 2.0, "x", 10**20):
        print(n, end=" ")
        show(counter, n)

odd = Counter({"a": Odd(1), "b": Odd(3), "c": Odd(2)})
for n in (None, 1, 2, 5):
    print(n, [key for key, _ in odd.most_common(n)])
