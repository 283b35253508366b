# attack: metaclasses whose calls, instance tests and preparation never end
# expect: exited
# output: RecursionError RecursionError RecursionError TypeError TypeError
class Call(type):
  def __call__(cls): return cls()
class C(metaclass=Call): pass
class Instance(type):
  def __instancecheck__(cls, x): return isinstance(x, cls)
class I(metaclass=Instance): pass
class Sub(type):
  def __subclasscheck__(cls, x): return issubclass(x, cls)
class S(metaclass=Sub): pass
def prepare():
  class P(type):
    @classmethod
    def __prepare__(cls, *args): return 1
  class Q(metaclass=P): pass
def bases():
  class A: pass
  class B(A): pass
  A.__bases__ = (B,)
out = []
for f in (C, lambda: isinstance(1, I), lambda: issubclass(int, S), prepare, bases):
  try:
    f()
    out.append("none")
  except Exception as e:
    out.append(type(e).__name__)
print(*out)
