# What errors of attributes, calls and caches say; some of these the fuzzer found.
import functools
import bisect
import contextlib


class A:
    __slots__ = ('abc',)


class B(A):
    pass


tests = """A().abd = 1
del A().abd
object().__clas = 1
[].appen = 1
del [].appen
del B().abd
len.__nam__ = 3
del A.abd
del A().abc
(1).rea = 1
import math; del math.flor
math.flor
A().abd
A.abd
staticmethod(len).__wrapped__ = 1
classmethod(len).__func__ = 1
[].append = 1
property().fget = 1
len(*5)
A(**None)
property()(**None)
property()(*1)
property()(**{1: 2})
functools.lru_cache(property())
functools.lru_cache(maxsize=2)(5)
functools.cache(classmethod(len))
bisect.bisect({}, 1)
print(contextlib.contextmanager(len).__code__.co_varnames)
deep = functools.partial(len); deep(*3)
bytes(2**63 - 1)
bytes(2**63 - 40)""".split('\n')
for s in tests:
    try:
        exec(s)
    except BaseException as e:
        print(s, '|', type(e).__name__, str(e).split(' at 0x')[0], getattr(e, 'name', '-'), type(getattr(e, 'obj', '-')).__name__)
