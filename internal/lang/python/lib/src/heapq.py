"""Heap queues: lists in which each item is no larger than the two below it."""

from _heapq import (heapify, heappop, heappush, heappushpop, heapreplace,
                    _heapify_max, _heappop_max, _heapreplace_max)

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge',
           'nlargest', 'nsmallest', 'heappushpop']

_MISSING = object()


def merge(*iterables, key=None, reverse=False):
    '''Merge sorted inputs into a single sorted output.'''
    heap = []
    step = -1 if reverse else 1
    for number, iterable in enumerate(iterables):
        advance = iter(iterable).__next__
        try:
            value = advance()
        except StopIteration:
            continue
        heap.append([value if key is None else key(value), number * step, advance, value])
    down, out, replace = ((_heapify_max, _heappop_max, _heapreplace_max) if reverse
                          else (heapify, heappop, heapreplace))
    down(heap)
    while len(heap) > 1:
        entry = heap[0]
        yield entry[3]
        try:
            value = entry[2]()
        except StopIteration:
            out(heap)
            continue
        entry[3] = value
        entry[0] = value if key is None else key(value)
        replace(heap, entry)
    if heap:
        _, _, advance, value = heap[0]
        yield value
        yield from advance.__self__


def nsmallest(n, iterable, key=None):
    """The n items that come first in order."""
    return _ends(n, iterable, key, False)


def nlargest(n, iterable, key=None):
    """The n items that come last in order, the last one first."""
    return _ends(n, iterable, key, True)


def _ends(n, iterable, key, largest):
    if n == 1:
        found = (max if largest else min)(iter(iterable), default=_MISSING, key=key)
        return [] if found is _MISSING else [found]
    try:
        length = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= length:
            return sorted(iterable, key=key, reverse=largest)[:n]
    values = iter(iterable)
    orders = range(0, -n, -1) if largest else range(n)
    kept = [(value if key is None else key(value), order, value) for order, value in zip(orders, values)]
    if kept:
        _keep(kept, values, key, largest)
        kept.sort(reverse=largest)
    return [value for _, _, value in kept]


def _keep(kept, values, key, largest):
    """Have kept those of itself and the values that come first, or last. What is equal
    comes in the order of the values."""
    rebuild, replace = (heapify, heapreplace) if largest else (_heapify_max, _heapreplace_max)
    rebuild(kept)
    bound = kept[0][0]
    step = -1 if largest else 1
    order = step * len(kept)
    for value in values:
        rank = value if key is None else key(value)
        if bound < rank if largest else rank < bound:
            replace(kept, (rank, order, value))
            bound = kept[0][0]
            order += step
