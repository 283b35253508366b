# Comparisons that change the dict or set that is searched.
import functools


@functools.lru_cache(maxsize=10)
def same(x):
    return x


class Nested:
    def __init__(self, x):
        self.x = x

    def __hash__(self):
        return self.x

    def __eq__(self, other):
        if self.x == 2:
            same(Nested(1))
        return self.x == other.x


same(Nested(1))
same(Nested(2))
print(same(Nested(2)) == Nested(2))
changes = 20000


class Changes:
    def __init__(self, space):
        self.space = space

    def __hash__(self):
        return 1

    def __eq__(self, other):
        global changes
        if changes:
            changes -= 1
            self.space.clear()
            if isinstance(self.space, dict):
                self.space[Changes(self.space)] = 1
            else:
                self.space.add(Changes(self.space))
        return False


d = {}
d[Changes(d)] = 1
print(d.get(Changes(d)), changes)
changes = 20000
s = set()
s.add(Changes(s))
print(Changes(s) in s, changes)
