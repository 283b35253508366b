import re


def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


# an empty set's intersection hashes what it is given
for s in set(), {1}, {1, 2}, frozenset():
    t(lambda: s.intersection((True, [1])))
    t(lambda: s.intersection((True, 5, [1])))
    t(lambda: s.intersection([], [[]]))
# complex() of complex parts keeps the signs of zeros
t(lambda: complex(-5, -0.5j))
t(lambda: (complex(-5, -0.5j) * 10).imag)
t(lambda: complex(-0j, -0j))
t(lambda: complex(1j, -0.0))
t(lambda: complex(-0.0, 1j))
t(lambda: complex(1 + 2j, 3 + 4j))
# sorted takes its iterable before it looks at reverse
t(lambda: sorted(int, reverse=range(5)))
t(lambda: sorted([1], reverse=range(5)))
# a match shows 50 characters
t(lambda: re.match(".*", "a" * 100))
t(lambda: re.match(b".*", b"a" * 100))
t(lambda: re.match(".*", "\xe9\u65e5" * 40))
t(lambda: re.match(".*", "a" * 48))
