class Vec:
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y)
    def dot(self, o):
        return self.x * o.x + self.y * o.y
def f():
    a = Vec(0, 0)
    b = Vec(1, 2)
    t = 0
    for i in range(300000):
        a = a + b
        t += a.dot(b)
        a.x -= 1
    return t, a.x, a.y


import time
begin = time.perf_counter()
f()
print(time.perf_counter() - begin)
