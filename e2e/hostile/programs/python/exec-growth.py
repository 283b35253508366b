# attack: exec of a source that doubles each time
# expect: memory_limit, timeout, uncaught_error
# why: compiling takes its time, and its nesting is bounded
s = "x = 1\n"
while True:
  s += s
  exec(s)
