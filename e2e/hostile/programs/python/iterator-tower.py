# attack: native iterators on native iterators, a hundred thousand deep
# expect: exited
# output: done
import itertools
for kind in (lambda x: map(abs, x), lambda x: filter(None, x), enumerate, zip, lambda x: itertools.chain(x, x), lambda x: itertools.islice(x, 9),
    lambda x: itertools.takewhile(bool, x), itertools.cycle, itertools.accumulate, lambda x: itertools.chain.from_iterable([x])):
  g = iter([1])
  for i in range(100000):
    g = kind(g)
  try:
    next(g)
  except (RecursionError, TypeError, StopIteration):
    pass
print("done")
