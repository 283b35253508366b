# Comparisons that change the container that is being searched.
class Key:
    def __init__(self, n, act=None):
        self.n, self.act = n, act

    def __hash__(self):
        return hash(self.n)

    def __eq__(self, other):
        if self.act:
            act, self.act = self.act, None
            act()
        return self.n == (other.n if isinstance(other, Key) else other)


s = set()
s.update([Key(1), Key(1 + (1 << 61) - 1), Key(2)])
s.add(Key(1, lambda: s.clear()))
print(len(s))
d = {Key(1, lambda: d.clear()): "a", Key(2): "b"}
print(d.get(Key(1)), d)
d = {Key("k3"): 44, "k1": 1}
print(d.get("k3"), d["k3"], "k3" in d, d.pop("k3"), d)
d = {"k1": 1}
d[Key("k1")] = 2
print(d)

d = {0: 0}
try:
    for i in d:
        del d[0]
        d[0] = 0
except RuntimeError as e:
    print(e)
for view in ("values", "items"):
    d = {0: 0}
    try:
        for i in getattr(d, view)():
            del d[0]
            d[0] = 0
    except RuntimeError as e:
        print(e)

import functools


@functools.lru_cache(maxsize=10)
def same(x):
    return x


class Double:
    def __init__(self, x):
        self.x = x

    def __hash__(self):
        return self.x

    def __eq__(self, other):
        if self.x == 2:
            same(Double(1))
        return self.x == other.x


same(Double(1))
same(Double(2))
print(same(Double(2)).x, same.cache_info())

import itertools


class Again:
    n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n in self.at:
            return next(pairs)
        if self.n > 10:
            raise StopIteration
        return self.n


for at in ([1], [2], [1, 2], [3]):
    it = Again()
    it.at = at
    pairs = itertools.pairwise(it)
    try:
        print(at, list(pairs))
    except RecursionError as e:
        print(at, e)

# A dict that was emptied key by key is as a new one.
d = {i: i for i in range(20)}
for i in range(20):
    del d[i]
d.update({"a": 1, "b": 2})
print(d, list(d), d.popitem(), d)
for i in range(5):
    d[i] = i
    del d["a" if i == 0 else i - 1]
print(d, list(reversed(d)), next(iter(d)))
while d:
    print(d.popitem())
d[1] = 1
print(d)
