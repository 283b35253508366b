for act in (
    lambda d: [d.pop(k) for k in d],
    lambda d: [d.update({len(d) + 100: 1}) for k in d],
):
    try:
        act({1: 1, 2: 2, 3: 3})
    except RuntimeError as e:
        print(e)
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as e:
    print(e)
from collections import deque
q = deque([1, 2])
try:
    for x in q:
        q.append(x)
except RuntimeError as e:
    print(e)
values = {"a": 1, "b": 2}
for k in values:
    del values[k]
