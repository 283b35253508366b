"""A simulated machine room: events in a heap, sched with a false clock, resources, statistics."""
import heapq
import random
import sched
from collections import deque
from dataclasses import dataclass, field
from itertools import count
from statistics import mean


class Clock:
    def __init__(self):
        self.now = 0.0
        self.slept = []

    def time(self):
        return self.now

    def sleep(self, seconds):
        if seconds > 0:
            self.slept.append(seconds)
            self.now += seconds


@dataclass(order=True)
class Event:
    at: float
    number: int = field(default_factory=count().__next__)
    process: object = field(default=None, compare=False)


class Resource:
    def __init__(self, capacity):
        self.free, self.waiting = capacity, deque()


class Simulation:
    """Processes are generators: they yield a delay, ("take", r), ("give", r) or another process."""

    def __init__(self):
        self.events, self.now, self.waiters = [], 0.0, {}

    def start(self, process, delay=0):
        heapq.heappush(self.events, Event(self.now + delay, process=process))
        return process

    def run(self, until=float("inf")):
        while self.events and self.events[0].at <= until:
            event = heapq.heappop(self.events)
            self.now = event.at
            self.step(event.process)

    def step(self, process, value=None):
        while True:
            try:
                wanted = process.send(value)
            except StopIteration as e:
                for waiter in self.waiters.pop(process, ()):
                    self.step(waiter, e.value)
                return
            match wanted:
                case int() | float() as delay:
                    self.start(process, delay)
                    return
                case "take", Resource(free=0) as r:
                    r.waiting.append(process)
                    return
                case "take", r:
                    r.free -= 1
                case "give", Resource(waiting=waiting) as r:
                    if waiting:
                        self.start(waiting.popleft())
                    else:
                        r.free += 1
                case other if hasattr(other, "send"):
                    self.waiters.setdefault(other, []).append(process)
                    self.start(other)
                    return
                case unknown:
                    process.throw(TypeError(f"can't wait for {unknown!r}"))
            value = self.now


def customer(sim, name, tills, rng, log):
    arrived = sim.now
    yield "take", tills
    waited = sim.now - arrived
    yield round(rng.expovariate(0.5), 3)
    yield "give", tills
    log.append((name, round(waited, 3), round(sim.now, 3)))
    return name


def boss(sim, log):
    def errand():
        yield 2
        return "coffee"

    got = yield errand()
    log.append(("boss", got, sim.now))
    try:
        yield object
    except TypeError as e:
        log.append(("boss", str(e), sim.now))


sim, tills, rng, log = Simulation(), Resource(2), random.Random(11), []
for i in range(8):
    sim.start(customer(sim, f"c{i}", tills, rng, log), delay=round(rng.uniform(0, 6), 3))
try:
    sim.start(boss(sim, log), 1)
    sim.run(until=4)
except StopIteration:
    print("the boss left")
print("at", round(sim.now, 3), len(sim.events), "events,", len(tills.waiting), "wait")
sim.run()
for row in log:
    print(*row)
print(f"mean wait {mean(w for n, w, _ in log if n != 'boss'):.4f}, free {tills.free}")

clock, said = Clock(), []
s = sched.scheduler(clock.time, clock.sleep)
s.enter(5, 1, said.append, ("five",))
late = s.enterabs(20, 1, said.append, argument=("never",))
s.enter(5, 0, said.append, ("five, first",))
s.enter(1, 1, lambda *a, **k: s.enter(2, 1, said.append, (f"chained {a} {k} at {clock.now}",)), (1,), {"k": 2})
print(len(s.queue), s.queue[0].time, s.empty(), [e.priority for e in s.queue])
s.cancel(late)
print(s.run(blocking=False), s.run(), said, clock.slept, s.empty())
try:
    s.cancel(late)
except ValueError as e:
    print("ValueError", e)
heap = [5, 1, 8, 3]
heapq.heapify(heap)
print(heapq.heappushpop(heap, 2), heapq.heapreplace(heap, 9), heapq.nsmallest(2, heap), heapq.nlargest(2, [("a", 1), ("b", 3)], key=lambda p: p[1]), list(heapq.merge([1, 4], [2, 3], reverse=False)), heap)
