# attack: handlers at exit by the million, which all fail
# expect: output_limit, memory_limit, exited, timeout
# why: the errors of all are printed, which output bounds
# output-limit: 1MiB
# exit: 0
# timeout: 30s
import atexit
def f():
  1 / 0
for i in range(100000):
  atexit.register(f)
