# attack: generators on generators, a hundred thousand deep
# expect: stack_overflow, exited
# why: a tower may be walked level by level
# output: 0
g = iter([0])
def over(x):
  yield from x
for i in range(100000):
  g = over(g)
print(next(g))
