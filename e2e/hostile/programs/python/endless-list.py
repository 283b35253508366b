# attack: lists, unpacking and arguments of an endless iterator
# expect: memory_limit, uncaught_error
# why: a size that can't be is refused before
import itertools
def f(*args): pass
f(*itertools.repeat(1))
