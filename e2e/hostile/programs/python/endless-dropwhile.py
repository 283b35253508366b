# attack: a native call over an endless iterator: dropwhile
# expect: timeout
import collections, functools, itertools, math, operator
next(itertools.dropwhile(bool, itertools.repeat(1)))
