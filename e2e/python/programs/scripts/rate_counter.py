import bisect
from collections import deque


class SlidingWindow:
    def __init__(self, limit, seconds):
        self.limit, self.seconds, self.hits = limit, seconds, deque()

    def allow(self, now):
        while self.hits and self.hits[0] <= now - self.seconds:
            self.hits.popleft()
        if len(self.hits) < self.limit:
            self.hits.append(now)
            return True
        return False


w = SlidingWindow(3, 10)
print([(t, w.allow(t)) for t in (0, 1, 2, 3, 10, 11, 11, 12, 30)])
grades = [60, 70, 80, 90]
print(["FDCBA"[bisect.bisect(grades, s)] for s in (33, 60, 79, 80, 95)], bisect.bisect_left([1, 2, 2, 3], 2), bisect.bisect_right([1, 2, 2, 3], 2))
l = []
for x in (5, 1, 4, 1):
    bisect.insort(l, x)
print(l)
