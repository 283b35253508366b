"""Token buckets and sliding windows over a request log, with a false clock; limits per user and overall."""
import re
import sys
from abc import ABC, abstractmethod
from collections import Counter, OrderedDict, defaultdict, deque
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from fractions import Fraction


class Limited(Exception):
    def __init__(self, who, wait):
        self.who, self.wait = who, wait

    def __str__(self):
        return f"{self.who} waits {float(self.wait):g} s"


class Limiter(ABC):
    kinds = {}

    def __init_subclass__(cls, *, kind):
        cls.kinds[kind] = cls

    @staticmethod
    def parse(text):
        m = re.fullmatch(r"(?P<kind>\w+):(?P<n>\d+)/(?P<amount>\d*)(?P<unit>[smh])", text)
        if not m:
            raise ValueError(f"{text!r} isn't KIND:N/PERIOD")
        seconds = int(m["amount"] or 1) * {"s": 1, "m": 60, "h": 3600}[m["unit"]]
        try:
            return Limiter.kinds[m["kind"]](int(m["n"]), seconds)
        except KeyError as e:
            raise ValueError(f"unknown kind {e}; known: {', '.join(sorted(Limiter.kinds))}") from None

    @abstractmethod
    def take(self, now, n=1): ...


@dataclass
class Bucket(Limiter, kind="bucket"):
    size: int
    period: int
    level: Fraction = field(init=False)
    last: Fraction = Fraction(0)

    def __post_init__(self):
        self.level = Fraction(self.size)

    def take(self, now, n=1):
        self.level = min(Fraction(self.size), self.level + (now - self.last) * self.size / self.period)
        self.last = now
        if self.level < n:
            return (n - self.level) * self.period / self.size
        self.level -= n
        return 0


@dataclass(repr=False)
class Window(Limiter, kind="window"):
    size: int
    period: int
    times: deque = field(default_factory=deque)

    def take(self, now, n=1):
        while self.times and self.times[0] <= now - self.period:
            self.times.popleft()
        if len(self.times) + n > self.size:
            return self.times[0] + self.period - now if self.times else self.period
        self.times.extend([now] * n)
        return 0

    def __repr__(self):
        return f"Window({len(self.times)}/{self.size} in {timedelta(seconds=self.period)})"


class Cache(OrderedDict):
    def __init__(self, make, limit):
        super().__init__()
        self.make, self.limit, self.dropped = make, limit, []

    def __missing__(self, key):
        self[key] = value = self.make()
        if len(self) > self.limit:
            self.dropped.append(self.popitem(last=False)[0])
        return value

    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value


class Gate:
    def __init__(self, rule, keep=2):
        self.users = Cache(lambda: Limiter.parse(rule), keep)
        self.stats = defaultdict(Counter)

    @contextmanager
    def enter(self, who, now, cost=1):
        wait = self.users[who].take(now, cost)
        self.stats[who]["refused" if wait else "let in"] += 1
        if wait:
            raise Limited(who, wait)
        yield self.users[who]


requests = [(Fraction(at), who, int(cost or 1)) for at, who, cost in re.findall(r"^\s*([\d.]+)\s+(\w+)(?:\s+x(\d+))?$", sys.stdin.read(), re.M)]
for rule in sys.argv[1:]:
    print(f"== {rule}")
    try:
        gate = Gate(rule)
        for at, who, cost in requests:
            try:
                with gate.enter(who, at, cost) as limiter:
                    pass
            except Limited as e:
                print(f"{float(at):6.2f} {e}")
    except ValueError as e:
        print(e)
        continue
    for who, stats in sorted(gate.stats.items()):
        print(f"{who}: {dict(stats)}, {stats['let in'] / stats.total():.0%}")
    print(list(gate.users), gate.users.dropped, limiter)
