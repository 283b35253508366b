# attack: sleeps of no number, of infinity and of less than nothing
# expect: exited
# output: refused
from time import sleep
for x in (float("nan"), float("inf"), -1, 1e300, "1", 10 ** 400):
  try:
    sleep(x)
  except (ValueError, OverflowError, TypeError):
    continue
  raise SystemExit(3)
print("refused")
