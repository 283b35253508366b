# attack: recursion through native calls of every kind, with the limit of recursion lifted
# expect: exited, stack_overflow, memory_limit
# why: each ends at a bound of the engine's own, or at that of memory
# output: done
import sys, functools, re
try:
  sys.setrecursionlimit(2 ** 31 - 1)
except (OverflowError, ValueError):
  pass
class C:
  def __eq__(self, o): return self == o
  def __len__(self): return len(self)
  def __repr__(self): return repr(self)
  def __str__(self): return str(self)
  def __hash__(self): return hash(self)
  def __iter__(self): return iter(list(self))
  def __format__(self, s): return format(self, s)
  def __bool__(self): return bool(self)
  def __index__(self): return range(self)[0]
  def __getattr__(self, n): return getattr(self, n + "x")
  def __call__(self, *a): return max([1, 2], key=self)
  def __add__(self, o): return sum([self], self)
  def __contains__(self, x): return x in self
  def __lt__(self, o): return sorted([self, o])
  def __enter__(self):
    with self: pass
  def __exit__(self, *a): pass
c = C()
for f in (lambda: c == c, lambda: len(c), lambda: repr(c), lambda: str(c), lambda: hash(c), lambda: list(c), lambda: format(c), lambda: bool(c),
    lambda: [1][c], lambda: c.x, lambda: c(), lambda: c + c, lambda: 1 in c, lambda: c < c, lambda: re.sub("x", c, "x"), lambda: list(map(c, [1])),
    lambda: functools.reduce(c, [1, 2]), lambda: "%s" % c, lambda: f"{c}", lambda: {c: 1}, lambda: c.__enter__()):
  try:
    f()
  except RecursionError:
    pass
print("done")
