"""Counters, gauges and histograms with labels, written in a text format; timings by decorators."""
import bisect
import functools
import math
import re
import threading
from collections import defaultdict
from contextlib import contextmanager
from itertools import accumulate
from types import MappingProxyType


class Metric:
    kind = None
    _name = re.compile(r"[a-zA-Z_:][\w:]*")

    def __init_subclass__(cls, /, kind, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.kind = kind

    def __init__(self, name, help="", labels=()):
        if not self._name.fullmatch(name):
            raise ValueError(f"bad metric name {name!r}")
        self.name, self.help, self.label_names = name, help, tuple(labels)
        self._lock = threading.RLock()
        self._children = {}

    def labels(self, *values, **named):
        if values and named:
            raise TypeError("labels by position or by name, not both")
        key = values or tuple(str(named.pop(n)) for n in self.label_names)
        if named or len(key) != len(self.label_names):
            raise ValueError(f"{self.name} has labels {self.label_names}")
        with self._lock:
            return self._children.setdefault(tuple(map(str, key)), self.new_child())

    def __getattr__(self, name):
        if name.startswith("_") or self.label_names:
            raise AttributeError(f"{type(self).__name__} {self.name!r} has no {name!r} without labels")
        return getattr(self.labels(), name)

    def text(self):
        yield f"# HELP {self.name} {self.help}" if self.help else f"# {self.name}"
        yield f"# TYPE {self.name} {self.kind}"
        for key, child in sorted(self._children.items()):
            pairs = dict(zip(self.label_names, key))
            for suffix, extra, value in child.samples():
                inner = ",".join(f'{k}="{escape(v)}"' for k, v in {**pairs, **extra}.items())
                yield f"{self.name}{suffix}{'{' + inner + '}' if inner else ''} {number(value)}"


def escape(text):
    return text.translate({ord("\\"): r"\\", ord('"'): r"\"", ord("\n"): r"\n"})


def number(x):
    if math.isinf(x):
        return "+Inf" if x > 0 else "-Inf"
    return repr(int(x)) if x == int(x) else repr(x)


class Counter(Metric, kind="counter"):
    class new_child:
        def __init__(self):
            self.value = 0

        def inc(self, by=1):
            if by < 0:
                raise ValueError("counters only go up")
            self.value += by

        def samples(self):
            yield "_total", {}, self.value


class Gauge(Metric, kind="gauge"):
    class new_child:
        value = 0.0

        def set(self, value):
            self.value = value

        @contextmanager
        def track(self):
            self.value += 1
            try:
                yield self.value
            finally:
                self.value -= 1

        def samples(self):
            return [("", {}, self.value)]


class Histogram(Metric, kind="histogram"):
    def __init__(self, *args, buckets=(0.1, 1, 10), **kwargs):
        super().__init__(*args, **kwargs)
        self.buckets = (*sorted(buckets), math.inf)

    def new_child(self):
        return HistogramChild(self.buckets)


class HistogramChild:
    def __init__(self, bounds):
        self.bounds, self.counts, self.sum = bounds, [0] * len(bounds), 0.0

    def observe(self, value):
        self.counts[bisect.bisect_left(self.bounds, value)] += 1
        self.sum += value

    def samples(self):
        for bound, n in zip(self.bounds, accumulate(self.counts)):
            yield "_bucket", {"le": number(bound)}, n
        yield "_sum", {}, self.sum
        yield "_count", {}, sum(self.counts)


class Registry(dict):
    def register(self, metric):
        if metric.name in self:
            raise KeyError(f"{metric.name} is registered")
        self[metric.name] = metric
        return metric

    def __str__(self):
        return "\n".join(line for m in self.values() for line in m.text())


def counted(counter):
    def decorate(f):
        @functools.wraps(f)
        def inner(*args, **kwargs):
            try:
                result = f(*args, **kwargs)
            except Exception as e:
                counter.labels(f.__name__, type(e).__name__).inc()
                raise
            counter.labels(f.__name__, "ok").inc()
            return result
        return inner
    return decorate


registry = Registry()
calls = registry.register(Counter("calls", "Calls by outcome.", ["function", "outcome"]))
size = registry.register(Histogram("size_bytes", buckets=[100, 10]))
busy = registry.register(Gauge("busy"))


@counted(calls)
def work(n):
    """Does work."""
    size.observe(n * 3)
    return 100 // n


for n in 1, 2, 0, 40, 0, 3.5:
    try:
        with busy.track() as now:
            work(n)
    except ZeroDivisionError:
        pass
threads = [threading.Thread(target=lambda: [calls.labels(function="t\"1\"\n", outcome="ok").inc() for _ in range(100)]) for _ in range(4)]
[t.start() for t in threads]
[t.join() for t in threads]
print(registry, now, work.__name__, work.__doc__)
for bad in (
    lambda: calls.labels("a"), lambda: calls.labels(function="x"), lambda: calls.inc(), lambda: calls.labels("a", "b").inc(-1),
    lambda: registry.register(busy), lambda: Gauge("9x"), lambda: calls.labels("a", outcome="b"), lambda: MappingProxyType(registry).update({}),
):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
