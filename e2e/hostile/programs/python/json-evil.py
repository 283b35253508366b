# attack: JSON through hooks that change what is read and written
# expect: exited
# output: done
import json
class D(dict):
  def items(self): return [("a", self)]
for f in (lambda: json.dumps(D(x=1)), lambda: json.dumps(object(), default=lambda o: o), lambda: json.dumps([object()], default=lambda o: [o]), lambda: json.loads("[1", object_hook=1),
    lambda: json.loads('{"a": 1}', object_pairs_hook=lambda p: p.clear() or p), lambda: json.dumps({"a": 1}, indent=10 ** 10), lambda: json.loads("9" * 5000), lambda: json.loads('"\\ud800"'),
    lambda: json.dumps(1, cls=int), lambda: json.loads("1e999999999"), lambda: json.dumps({1: 2, "1": 3}, sort_keys=True)):
  try:
    f()
  except (ValueError, TypeError, RecursionError, MemoryError, OverflowError, AttributeError):
    pass
print("done")
