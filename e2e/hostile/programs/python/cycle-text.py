# attack: the text of lists, sets' members, deques and dataclasses that contain themselves
# expect: exited
# output: [[...]]
# output: deque([[...]])
# output: N(next=...)
import collections, dataclasses
x = []
x.append(x)
print(x)
d = collections.deque()
d.append(d)
print(d)
@dataclasses.dataclass
class N:
  next: object = None
n = N()
n.next = n
print(n)
