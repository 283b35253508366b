from collections import deque
import math


class Window:
    def __init__(self, size):
        self.values = deque(maxlen=size)

    def add(self, x):
        self.values.append(x)
        n = len(self.values)
        mean = math.fsum(self.values) / n
        spread = math.sqrt(math.fsum((v - mean) ** 2 for v in self.values) / n)
        return mean, spread


w = Window(4)
for x in (10, 12, 11, 50, 11, 10, 9, 0.5):
    mean, spread = w.add(x)
    print(f"{x:>5} mean={mean:8.3f} spread={spread:8.3f} {'!' if abs(x - mean) > 1.5 * spread else ''}")
