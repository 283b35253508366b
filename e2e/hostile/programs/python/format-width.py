# attack: a field of a billion characters through formatting
# expect: uncaught_error, memory_limit
# why: the engine refuses widths above a bound of its own
for f in (lambda: "{:1000000000000}".format(1), lambda: f"{1:>{10 ** 30}}"):
  try:
    f()
  except (ValueError, MemoryError, OverflowError):
    continue
  raise SystemExit(3)
print(len("%1000000000d" % 1))
