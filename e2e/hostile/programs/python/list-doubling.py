# attack: a list that is extended by itself
# expect: memory_limit, uncaught_error
# why: the engine refuses sizes above a bound of its own
x = [1]
while True:
  x.extend(x)
