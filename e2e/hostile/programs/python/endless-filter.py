# attack: a native call over an endless iterator: filter
# expect: timeout
import collections, functools, itertools, math, operator
next(filter(None, itertools.repeat(0)))
