# attack: keys whose comparison changes the dict, the set and the list that they are looked up in
# expect: exited
# output: done
class Evil:
  def __init__(self, f): self.f = f
  def __hash__(self): return 1
  def __eq__(self, o):
    self.f()
    return False
d = {}
def refill():
  d.clear()
  for i in range(100): d[i] = i
s = set()
def reset():
  s.clear()
  s.update(range(100))
l = []
for i in range(200):
  d[Evil(refill)] = i
  d.get(Evil(d.clear))
  d.pop(Evil(lambda: d.update({1: 1})), None)
  s.add(Evil(reset))
  s.discard(Evil(s.clear))
  s & {Evil(s.clear)}
l = [Evil(lambda: l.clear()) for i in range(100)]
l == [2] * 100
l = [Evil(lambda: l.clear()) for i in range(100)]
1 in l, l.count(2)
l = [Evil(lambda: l.append(1) if len(l) < 1000 else None) for i in range(100)]
try:
  l.remove(3)
except ValueError:
  pass
try:
  l.index(3)
except ValueError:
  pass
print("done")
