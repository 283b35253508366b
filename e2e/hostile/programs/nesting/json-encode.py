# attack: JSON text of a list nested 200,000 times
# expect: stack_overflow, uncaught_error
# why: a RecursionError; which of the two depends on where it was raised
# says: RecursionError
import json
x = []
for i in range(200000):
  x = [x]
json.dumps(x)
