# attack: regular expressions of a hundred thousand groups, brackets and repeats
# expect: exited
# output: done
import re
for p in ("(" * 100000 + ")" * 100000, "(?:" * 100000 + "a" + ")*" * 100000, "[" * 100000, "a{1000}" * 1000 + "{1000}", "(a{60000}){60000}", "(?=" * 50000 + ")" * 50000,
    "(?<=" * 50000 + ")" * 50000, "(" * 5000, "|".join(["a"] * 100000), "(?P<x>a)" * 1000, "\\" * 100001, "(?i)" * 10000, "(?(1)a|b)" * 10000, "[^\\w]" * 10000):
  try:
    re.compile(p)
  except (re.error, RecursionError, OverflowError, MemoryError):
    pass
print("done")
