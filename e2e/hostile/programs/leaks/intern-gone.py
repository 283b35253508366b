# attack: looking for what the program before has bound anew
# expect: exited
# pair: intern.py
# output: 3 [0, 1] {} [1] 3.14 0123456789
# output: False False 1000 4300 True
import builtins, json, math, os, string, sys
print(str(3), list(range(2)), dict(os.environ), json.dumps([1]), str(math.pi)[:4], string.digits)
print(hasattr(builtins, "left"), hasattr(sys, "left"), sys.getrecursionlimit(), sys.get_int_max_str_digits(), len(sys.path) > 0)
