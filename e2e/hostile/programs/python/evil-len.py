# attack: lengths that are negative, huge and no number
# expect: exited
# output: refused
class L:
  def __init__(self, n): self.n = n
  def __len__(self): return self.n
  def __length_hint__(self): return self.n
  def __getitem__(self, i): raise IndexError
  def __index__(self): return self.n
  def __iter__(self): return iter(())
for n in (-1, 1 << 70, 1 << 62, "x", None, 1.5):
  for f in (len, bool, list, tuple, reversed, lambda x: [1][x], lambda x: "x" * x, lambda x: [0] * x, bytes, bytearray, lambda x: [1][x:x:x], range, lambda x: [].insert(x, 1), chr, hex):
    try:
      f(L(n))
    except (TypeError, ValueError, OverflowError, IndexError, MemoryError):
      pass
print("refused")
