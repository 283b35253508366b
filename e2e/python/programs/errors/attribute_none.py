import dataclasses


@dataclasses.dataclass
class Node:
    value: int
    next: "Node" = None


chain = Node(1, Node(2, Node(3)))
at = chain
while True:
    print(at.value)
    at = at.next
