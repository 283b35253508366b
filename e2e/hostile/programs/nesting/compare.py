# attack: comparing two lists nested 200,000 times
# expect: uncaught_error
def deep():
  x = []
  for i in range(200000):
    x = [x]
  return x
print(deep() == deep())
