# attack: a native call over an endless iterator: sum
# expect: timeout
import collections, functools, itertools, math, operator
sum(itertools.repeat(1))
