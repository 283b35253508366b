# attack: replacements by a regular expression that grow
# expect: memory_limit, uncaught_error
# why: the engine refuses sizes above a bound of its own
import re
x = "a"
while True:
  x = re.sub("", x + "a", x)
