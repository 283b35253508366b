# attack: digits of a number by the thousand million
# expect: exited, uncaught_error, memory_limit
# why: the engine refuses precisions above a bound of its own
# output: refused
for f in (lambda: "%.9999999999d" % 1, lambda: f"{1.5:.9999999999f}", lambda: round(1.5, 10 ** 30), lambda: "{:.{}f}".format(1.0, 10 ** 18)):
  try:
    f()
  except (ValueError, MemoryError, OverflowError):
    pass
print("refused")
