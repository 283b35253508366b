# attack: a regular expression that backtracks for ever
# expect: timeout
import re
re.match(r"(a+)+$", "a" * 60 + "b")
re.match(r"(a|aa)+$", "a" * 60 + "b")
re.match(r"(.*)*x\1", "a" * 60)
re.match("(a?){60}a{60}" + "(b?){60}" * 9 + "$", "a" * 59 + "c")
while True:
  re.match(r"(x+x+)+y", "x" * 60)
