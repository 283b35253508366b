"""Heap queues: lists in which each item is no larger than the two below it."""

from _heapq import (heapify, heappop, heappush, heappushpop, heapreplace,
                    _heapify_max, _heappop_max, _heapreplace_max)

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge',
           'nlargest', 'nsmallest', 'heappushpop']


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
    if hasattr(iterable, "__len__") and n >= len(iterable):
        return sorted(iterable, key=key, reverse=largest)
    if n < 1:
        iter(iterable)  # nothing of it is compared
        return []
    return sorted(iterable, key=key, reverse=largest)[:n]
