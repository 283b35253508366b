# attack: sys.modules and __import__ replaced by what is no module
# expect: exited
# output: done
import builtins, sys
sys.modules["math"] = 1
import math
sys.modules["json"] = None
try:
  import json
except ImportError:
  pass
builtins.__import__ = lambda *a: 7
import anything
del builtins.__import__
try:
  import anything
except ImportError:
  pass
sys.modules.clear()
del sys.modules
print("done")
