# attack: types made of odd bases, names and namespaces
# expect: exited
# output: refused
class Mro(type):
  def mro(cls): return [cls, int, str, 1]
for f in (lambda: type("A", (int, str), {}), lambda: type("A", (1,), {}), lambda: type("A", (bool,), {}), lambda: type("A\0", (), {}), lambda: type("A", (), 1),
    lambda: type("A", (object, object), {}), lambda: Mro("A", (), {}), lambda: type("A", (type(lambda: 0),), {}), lambda: type("A", (), {"__slots__": ["1"]}),
    lambda: type("A", (int,), {"__slots__": ["x"]})(1), lambda: setattr(1, "__class__", str), lambda: object.__new__(int), lambda: int.__new__(object), lambda: type.__new__(type)):
  try:
    f()
  except (TypeError, ValueError, AttributeError):
    pass
print("refused")
