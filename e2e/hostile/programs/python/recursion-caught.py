# attack: RecursionError caught at every depth, so that each level calls on
# expect: timeout
def f():
  try:
    f()
  except RecursionError:
    f()
f()
