# attack: a native call over an endless iterator: min
# expect: timeout
import collections, functools, itertools, math, operator
min(itertools.repeat(1))
