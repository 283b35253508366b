# Generators that have no room to begin, and are asked again.
import gc


def gen():
    try:
        yield 1
        yield 2
    finally:
        pass


kept = []


def deep(begin):
    g = gen()
    kept.append(g)
    try:
        deep(begin)
    except RecursionError:
        pass
    for _ in range(3):
        try:
            begin(g)
        except (RecursionError, StopIteration, ValueError):
            pass


def loop(g):
    for _ in g:
        break


def delegate(g):
    def below():
        yield from g
    next(below())


for begin in (next, lambda g: g.send(None), loop, delegate, lambda g: [*g], lambda g: g.throw(ValueError)):
    kept.clear()
    try:
        deep(begin)
    except RecursionError:
        pass
    gc.collect()
    print(len(kept) > 100)
