# attack: handlers at exit that register themselves again
# expect: timeout
import atexit
def f():
  atexit.register(f)
  atexit.register(f)
  try:
    raise SystemExit
  finally:
    while True:
      pass
atexit.register(f)
