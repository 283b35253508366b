# attack: a native call over an endless iterator: in
# expect: timeout
import collections, functools, itertools, math, operator
0 in itertools.repeat(1)
