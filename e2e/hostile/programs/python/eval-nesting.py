# attack: eval and compile of what is nested too deep, over and over
# expect: timeout
while True:
  for s in ("(" * 100000, "-" * 100000 + "1", "[" * 500 + "]" * 500, "lambda:" * 10000 + "1", "f'{" * 1000):
    try:
      eval(s)
    except (SyntaxError, MemoryError, RecursionError):
      pass
