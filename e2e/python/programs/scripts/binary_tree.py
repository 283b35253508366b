class Node:
    __slots__ = ("key", "left", "right")

    def __init__(self, key):
        self.key, self.left, self.right = key, None, None


class Tree:
    def __init__(self, items=()):
        self.root, self.size = None, 0
        for i in items:
            self.add(i)

    def add(self, key):
        at, parent, side = self.root, None, None
        while at:
            if key == at.key:
                return False
            parent, side = at, "left" if key < at.key else "right"
            at = getattr(at, side)
        if parent:
            setattr(parent, side, Node(key))
        else:
            self.root = Node(key)
        self.size += 1
        return True

    def __iter__(self):
        def walk(n):
            if n:
                yield from walk(n.left)
                yield n.key
                yield from walk(n.right)
        return walk(self.root)

    def __contains__(self, key):
        at = self.root
        while at and at.key != key:
            at = at.left if key < at.key else at.right
        return at is not None

    def depth(self):
        def d(n):
            return 0 if n is None else 1 + max(d(n.left), d(n.right))
        return d(self.root)

    __len__ = lambda self: self.size


t = Tree([50, 30, 70, 20, 40, 60, 80, 30])
print(list(t), len(t), 60 in t, 65 in t, t.depth(), sum(t), max(t), t.add(65), [*t][4:7])
