# attack: sorting by comparisons that lie, change the list and raise
# expect: exited
# output: done
import random, functools, bisect, heapq
class Lies:
  def __lt__(self, o): return random.random() < 0.5
x = [Lies() for i in range(5000)]
x.sort()
heapq.heapify(x)
bisect.insort(x, Lies())
class Changes:
  def __lt__(self, o):
    y.clear()
    y.extend(range(1000))
    return True
y = [Changes() for i in range(100)]
try:
  y.sort()
except ValueError:
  pass
y = [Changes() for i in range(100)]
for f in (heapq.heapify, heapq.heappop, lambda y: heapq.heappush(y, Changes()), lambda y: heapq.nlargest(5, y), min, max):
  try:
    f(y)
  except (IndexError, TypeError, ValueError, RuntimeError):
    pass
def key(v):
  z.append(v)
  if len(z) > 500: raise ValueError
  return v
z = list(range(100))
try:
  z.sort(key=key)
except ValueError:
  pass
print("done")
