# attack: decimal digits beyond the language's bound
# expect: exited
# output: 3
n = 0
for f in (lambda: int("9" * 5000), lambda: str(10 ** 5000), lambda: f"{10 ** 5000}"):
  try:
    f()
  except ValueError:
    n += 1
print(n)
