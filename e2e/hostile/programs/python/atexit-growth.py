# attack: handlers at exit by the ten thousand, which all fail
# expect: output_limit
# output-limit: 1MiB
import atexit
def f():
  1 / 0
for i in range(20000):
  atexit.register(f)
