# attack: a native call over an endless iterator: product
# expect: timeout
import collections, functools, itertools, math, operator
sum(1 for _ in itertools.product(range(100), repeat=100))
