# attack: a native call over an endless iterator: index
# expect: timeout
import collections, functools, itertools, math, operator
operator.indexOf(itertools.repeat(1), 2)
