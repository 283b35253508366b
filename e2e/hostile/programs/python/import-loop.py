# attack: modules that import each other, forget themselves and import again
# expect: stack_overflow, uncaught_error
# why: each import is a call
# file: _loop_a.py
import sys
del sys.modules["__main__"]
import _loop_a
