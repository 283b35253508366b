# attack: a function that calls itself without end
# expect: stack_overflow
def f(n):
  return f(n + 1) + 1
f(0)
