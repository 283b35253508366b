import array
import bisect
import collections
import itertools
import random
import re


def t(f):
    try:
        print(repr(f())[:60])
    except Exception as e:
        print(type(e).__name__, e)


for b in 2**63, 2**70:
    t(lambda: [1][b])
    t(lambda: 'a'[b])
    t(lambda: b'a'[b])
    t(lambda: (1,)[b])
    t(lambda: range(5)[b])
    t(lambda: bytearray(b'a')[b])
    t(lambda: memoryview(b'a')[b])
    t(lambda: [1].pop(b))
    t(lambda: [1].insert(b, 1))
    t(lambda: bytes(b))
    t(lambda: bytes([b]))
    t(lambda: int('1', b))
    t(lambda: list(itertools.combinations([1], b)))
    t(lambda: list(itertools.permutations([1], b)))
    t(lambda: list(itertools.product([1], repeat=b)))
    t(lambda: itertools.tee([1], b))
    t(lambda: collections.deque([1], b))
    t(lambda: collections.deque([1])[b])
    t(lambda: collections.deque([1]).rotate(b))
    t(lambda: collections.deque([1]).insert(b, 1))
    t(lambda: re.match('a', 'a').group(b))
    t(lambda: array.array('i', [1])[b])
    t(lambda: array.array('i', [1]).pop(b))
    t(lambda: array.array('i', [1]).insert(b, 1))
    t(lambda: random.Random(1).getrandbits(b))
    t(lambda: bytearray(b'a').pop(b))
    t(lambda: 'a'.ljust(b))
    t(lambda: 'a'.find('a', b))
    t(lambda: bisect.bisect([1], 1, b))
    t(lambda: [1].__getitem__(b))
    t(lambda: [1].__setitem__(b, 1))
    t(lambda: bytearray(b'a').__setitem__(0, b))
