class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


p = Point(1, 2)
print(p.x, hasattr(p, "__dict__"))
try:
    del p.x
    p.x
except AttributeError as e:
    print("deleted", e)
p.z = 3
