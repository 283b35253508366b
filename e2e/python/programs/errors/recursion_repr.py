class Node:
    def __init__(self):
        self.child = self

    def __repr__(self):
        return f"Node({self.child!r})"


deep = []
for _ in range(50):
    deep = [deep]
print(len(repr(deep)))
try:
    repr(Node())
except RecursionError as e:
    print(type(e).__name__)
a = []
a.append(a)
print(a)
raise RecursionError("own message")
