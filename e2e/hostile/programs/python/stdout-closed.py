# attack: print to what is no file, and to standard output that is gone
# expect: exited
# exit: 0
# output: end
import sys
for file in (1, sys, object()):
  try:
    print("x", file=file)
  except AttributeError:
    continue
  raise SystemExit(3)
print("end")
del sys.stdout
try:
  print("x")
except (RuntimeError, AttributeError):
  pass
sys.stdout = None
print("nothing")
