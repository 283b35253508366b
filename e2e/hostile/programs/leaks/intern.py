# attack: names of the library and of builtins bound anew for the next program of the worker
# expect: exited
# output: done
import builtins, json, math, os, string, sys
print("done")
os.environ["LEFT"] = "behind"
builtins.str = lambda x: "polluted"
builtins.range = None
builtins.print = None
builtins.left = "behind"
json.dumps = None
math.pi = 3
string.digits = "polluted"
sys.modules["math"] = string
sys.path.clear()
sys.left = "behind"
sys.stdout = None
sys.setrecursionlimit(50)
sys.set_int_max_str_digits(0)
