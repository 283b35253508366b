# attack: a native call over an endless iterator: islice
# expect: timeout
import collections, functools, itertools, math, operator
next(itertools.islice(itertools.count(), 10 ** 15, None))
