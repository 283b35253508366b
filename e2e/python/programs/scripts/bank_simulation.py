import random
from collections import deque
from statistics import mean, median

rng = random.Random(42)
queue, served, clock, busy_until = deque(), [], 0, 0
for minute in range(60):
    clock = minute
    if rng.random() < 0.4:
        queue.append(clock)
    if clock >= busy_until and queue:
        waited = clock - queue.popleft()
        served.append(waited)
        busy_until = clock + rng.randint(1, 4)
print(len(served), "served", len(queue), "waiting", max(served), round(mean(served), 2), median(served))
print(rng.sample(range(100), 5), rng.choice("abc"), rng.shuffle(l := [1, 2, 3, 4]), l, round(rng.gauss(0, 1), 6), rng.choices("xy", weights=[1, 9], k=5))
