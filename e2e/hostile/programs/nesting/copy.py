# attack: a deep copy of a list nested 200,000 times
# expect: stack_overflow
# says: RecursionError
import copy
x = []
for i in range(200000):
  x = [x]
copy.deepcopy(x)
