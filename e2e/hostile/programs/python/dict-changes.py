# attack: dicts and sets that change while they are walked
# expect: exited
# output: RuntimeError RuntimeError RuntimeError RuntimeError
import collections
out = []
def attempt(f):
  try:
    f()
    out.append("none")
  except RuntimeError as e:
    out.append(type(e).__name__)
def walk(d, change):
  for k in d:
    change(k)
d, s, q, o = {1: 1, 2: 2}, {1, 2}, collections.deque([1, 2]), collections.OrderedDict({1: 1, 2: 2})
attempt(lambda: walk(d, lambda k: d.update({len(d) + 10: 1})))
attempt(lambda: walk(s, lambda k: s.add(len(s) + 10)))
attempt(lambda: walk(q, q.append))
attempt(lambda: walk(o, lambda k: o.update({len(o) + 10: 1})))
print(*out)
