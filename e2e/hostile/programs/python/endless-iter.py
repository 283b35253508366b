# attack: a native call over an endless iterator: iter
# expect: timeout
import collections, functools, itertools, math, operator
sum(iter(int, 1))
