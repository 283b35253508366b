# A NaN is not equal to itself, and yet is found where it is kept.
nan = float("nan")
c = complex(nan, 1)
print(nan in {nan}, nan in {nan: 1}, {nan: 1}[nan], len({nan, nan}))
print(c in {c}, c in [c], c in {c: 1}, c is c, len({c, c}))
print(hash(nan) == object.__hash__(nan), hash(nan) == hash(nan), hash(c) == hash(c))
print(len({float("nan"), float("nan")}) in (1, 2))
s = {nan}
s.discard(nan)
print(s)
d = {nan: 1}
del d[nan]
print(d, {1: nan} == {1: nan}, [nan] == [nan], (nan,) == (float("nan"),))
