# attack: calls of a hundred million arguments, by position and by name
# expect: memory_limit, uncaught_error
# why: the engine refuses counts above a bound of its own
def f(*args, **kwargs): pass
while True:
  f(*[0] * 100000000)
  f(**{str(i): i for i in range(10000000)})
