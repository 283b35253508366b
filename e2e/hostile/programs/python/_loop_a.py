import sys
del sys.modules["_loop_a"]
import _loop_a
