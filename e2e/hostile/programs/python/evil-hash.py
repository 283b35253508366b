# attack: hashes that are no number, too large, or the same for all
# expect: timeout
class H:
  def __init__(self, h): self.h = h
  def __hash__(self): return self.h
for h in ("x", None, 1.5):
  try:
    {H(h): 1}
  except TypeError:
    continue
  raise SystemExit(3)
hash(H(10 ** 100)), hash(H(-1))
d = {}
while True:
  d[H(7)] = 1
