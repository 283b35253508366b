import functools
import random


class Flaky(Exception):
    pass


def retry(times, exceptions=(Exception,), base=0.1):
    def deco(fn):
        @functools.wraps(fn)
        def wrapper(*args, **kwargs):
            waits = []
            for attempt in range(1, times + 1):
                try:
                    return fn(*args, **kwargs), attempt, waits
                except exceptions as e:
                    waits.append(round(base * 2 ** (attempt - 1), 3))
                    last = e
            raise RuntimeError(f"{fn.__name__} failed {times} times") from last
        return wrapper
    return deco


rng = random.Random(7)


@retry(5, (Flaky,))
def fetch(p):
    if rng.random() < p:
        raise Flaky("no luck")
    return "ok"


for p in (0.1, 0.5, 0.7, 1.0):
    try:
        print(p, fetch(p))
    except RuntimeError as e:
        print(p, e, repr(e.__cause__))
