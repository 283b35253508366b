# attack: a native call over an endless iterator: deque
# expect: timeout
import collections, functools, itertools, math, operator
collections.deque(itertools.count(), maxlen=0)
