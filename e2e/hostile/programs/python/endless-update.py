# attack: a native call over an endless iterator: update
# expect: timeout
import collections, functools, itertools, math, operator
{}.update(zip(itertools.repeat(1), itertools.repeat(2)))
