# attack: comparing two lists nested 200,000 times
# expect: stack_overflow, uncaught_error
# why: a RecursionError; which of the two depends on where it was raised
# says: RecursionError
def deep():
  x = []
  for i in range(200000):
    x = [x]
  return x
print(deep() == deep())
