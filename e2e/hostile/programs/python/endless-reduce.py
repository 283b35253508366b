# attack: a native call over an endless iterator: reduce
# expect: timeout
import collections, functools, itertools, math, operator
functools.reduce(max, itertools.repeat(1))
