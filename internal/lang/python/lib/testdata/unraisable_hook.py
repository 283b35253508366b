"""sys.unraisablehook, and what is the same object."""
import gc
import os
import posix
import sys

zero = 0.0
minus = -zero
print(zero is minus, zero is zero)
print(frozenset() is frozenset(), frozenset([1]) is frozenset([1]))
print(posix.terminal_size is os.terminal_size, posix.terminal_size((1, 2)), posix.terminal_size([80, 24]).lines)
try:
    os.terminal_size((1,))
except TypeError as e:
    print(e)


class Bad:
    def __del__(self):
        raise ValueError("bad")


def hook(unraisable):
    print(unraisable.exc_type.__name__, unraisable.exc_value, unraisable.err_msg, unraisable.object.__name__)


print(sys.unraisablehook is sys.__unraisablehook__)
sys.unraisablehook = hook
b = Bad()
del b
gc.collect()


sys.unraisablehook = sys.__unraisablehook__
try:
    sys.unraisablehook(1)
except TypeError as e:
    print(e)
