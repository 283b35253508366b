# attack: attributes that lead to themselves
# expect: exited
# output: 4
class A:
  def __getattr__(self, name): return getattr(self, name)
class B:
  def __getattribute__(self, name): return self.x
class D:
  def __get__(self, o, t): return o.d
class E:
  d = D()
class M(type):
  def __getattr__(self, name): return getattr(self, name)
class F(metaclass=M):
  pass
n = 0
for f in (lambda: A().x, lambda: B().x, lambda: E().d, lambda: F.x):
  try:
    f()
  except RecursionError:
    n += 1
print(n)
