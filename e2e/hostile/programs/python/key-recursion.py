# attack: recursion through the key function of sorted
# expect: stack_overflow
def f(x):
  return sorted([2, 1], key = f)
f(0)
