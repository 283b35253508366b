# attack: RecursionError caught at every depth, so that each level calls on
# expect: timeout, memory_limit
# why: the exceptions of each level are kept, with their tracebacks, while those below are handled
def f():
  try:
    f()
  except RecursionError:
    f()
f()
