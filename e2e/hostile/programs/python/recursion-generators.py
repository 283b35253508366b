# attack: a generator that delegates to itself without end
# expect: stack_overflow
def g():
  yield from g()
list(g())
