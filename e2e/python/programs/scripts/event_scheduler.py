import heapq
import itertools


class Scheduler:
    def __init__(self):
        self.queue, self.now, self.ids = [], 0, itertools.count()

    def at(self, delay, fn, *args):
        heapq.heappush(self.queue, (self.now + delay, next(self.ids), fn, args))

    def run(self, until):
        while self.queue and self.queue[0][0] <= until:
            self.now, _, fn, args = heapq.heappop(self.queue)
            fn(*args)


s = Scheduler()


def tick(name, every, left):
    print(f"t={s.now:>3} {name} left={left}")
    if left:
        s.at(every, tick, name, every, left - 1)


s.at(0, tick, "fast", 2, 4)
s.at(1, tick, "slow", 5, 2)
s.at(4, print, "one-off at 4")
s.run(9)
print("now", s.now, "pending", len(s.queue))
print(heapq.nsmallest(2, [5, 1, 4]), heapq.nlargest(2, "hello"), list(heapq.merge([1, 4], [2, 3])))
