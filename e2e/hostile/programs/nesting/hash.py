# attack: hash, comparison and type tests of tuples nested 200,000 times
# expect: exited
# output: 5
x = y = ()
for i in range(200000):
  x, y = (x,), (y,)
n = 0
for f in (lambda: hash(x), lambda: {x: 1}, lambda: x < y, lambda: isinstance("", x), lambda: frozenset([x])):
  try:
    f()
  except RecursionError:
    n += 1
print(n)
