# attack: a native call over an endless iterator: all
# expect: timeout
import collections, functools, itertools, math, operator
all(itertools.repeat(1))
