# attack: a native call over an endless iterator: gcd
# expect: timeout
import collections, functools, itertools, math, operator
math.fsum(itertools.repeat(1.0))
