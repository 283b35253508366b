"""Extract, transform and load as generators and coroutines that push: nothing is read before it is asked for."""
import sys
from collections import deque
from contextlib import closing
from functools import wraps
from inspect import getgeneratorstate
from itertools import islice


def coroutine(f):
    @wraps(f)
    def start(*args, **kwargs):
        gen = f(*args, **kwargs)
        next(gen)
        return gen

    return start


def extract(lines, trace):
    try:
        for number, line in enumerate(lines, 1):
            trace.append(number)
            yield from ((number, part) for part in line.split() if part)
        return "all read"
    finally:
        trace.append("closed")


def batches(items, size):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield tuple(batch)
            batch.clear()
    if batch:
        yield tuple(batch)


def numbers(pairs):
    skipped = 0
    outcome = None

    def keep():
        nonlocal outcome
        outcome = yield from pairs

    for number, text in keep():
        try:
            yield number, int(text, 0)
        except ValueError:
            skipped += 1
    yield f"{skipped} skipped, {outcome}"


@coroutine
def average():
    total = count = 0
    result = None
    while True:
        try:
            value = yield result
        except LookupError as e:
            total = count = 0
            result = f"reset by {e}"
            continue
        if value is None:
            return total, count
        total += value
        count += 1
        result = total / count


@coroutine
def broadcast(*targets):
    try:
        while True:
            value = yield
            for target in targets:
                target.send(value)
    finally:
        for target in targets:
            target.close()


@coroutine
def window(n, out):
    kept = deque(maxlen=n)
    try:
        while True:
            kept.append((yield))
            if len(kept) == n:
                out.append(tuple(kept))
    except GeneratorExit:
        out.append("end")


def tree(depth, label="r"):
    received = yield label
    if received == "skip" or not depth:
        return 1
    left = yield from tree(depth - 1, label + "0")
    right = yield from tree(depth - 1, label + "1")
    return left + right + 1


trace = []
lines = sys.stdin.read().splitlines()
with closing(extract(lines, trace)) as source:
    print(list(islice(source, 3)), trace)
print(trace, getgeneratorstate(source))
print(list(numbers(extract(lines, []))))
print([*batches((v for _, v in islice(numbers(extract(lines, [])), 7)), 3)])

avg = average()
print([avg.send(v) for v in (10, 20, 60)], avg.throw(LookupError("month end")), avg.send(1.5))
try:
    avg.send(None)
except StopIteration as e:
    print("finished with", e.value, getgeneratorstate(avg))
out = []
sink = broadcast(window(2, out), window(3, out))
for v in range(4):
    sink.send(v)
sink.close()
print(out)

walk, seen, said = tree(2), [], None
while True:
    try:
        label = walk.send(said)
    except StopIteration as e:
        print(seen, e.value)
        break
    seen.append(label)
    said = "skip" if label == "r0" else None


def wrong():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def raises_stop():
    yield next(iter(()))


gen = wrong()
next(gen)
for attempt in gen.close, lambda: list(raises_stop()), lambda: average().send, lambda: tree(1).send(5):
    try:
        print(type(attempt()).__name__)
    except (RuntimeError, TypeError) as e:
        print(type(e).__name__, e, repr(e.__cause__))
