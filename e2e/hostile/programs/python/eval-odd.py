# attack: eval and exec of NUL, of other types, with odd namespaces
# expect: exited
# output: refused
class D(dict):
  def __missing__(self, k): raise k
for f in (lambda: eval("1\0"), lambda: eval(1), lambda: eval("x", D()), lambda: eval("x", {"__builtins__": None}), lambda: exec("x", 1), lambda: exec("import os", {"__builtins__": {}}),
    lambda: eval("__builtins__", {"__builtins__": 1}), lambda: eval(b"\xff"), lambda: exec("print(1)", {"__builtins__": {"print": None}}), lambda: compile("1", "f\0", "exec"),
    lambda: compile("1", "f", "bad"), lambda: eval("x", {}, 1), lambda: exec("\udcff"), lambda: eval("1", {1: 2}, None) / 0):
  try:
    f()
  except (SyntaxError, TypeError, ValueError, NameError, ImportError, ZeroDivisionError, UnicodeError, AttributeError):
    continue
print("refused")
