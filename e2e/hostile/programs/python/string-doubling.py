# attack: a string that is added to itself, doubling each time
# expect: memory_limit, uncaught_error
# why: the engine refuses sizes above a bound of its own
x = "x"
while True:
  x += x
