# attack: recursion in finally, which unwinding enters again
# expect: timeout
def f():
  try:
    f()
  finally:
    f()
f()
