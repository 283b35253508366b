"""Calls at later times."""

import heapq
import time
from collections import namedtuple
from itertools import count

__all__ = ["scheduler"]

Event = namedtuple("Event", "time, priority, sequence, action, argument, kwargs")
_sentinel = object()


class scheduler:
    """Makes calls when their time has come."""

    def __init__(self, timefunc=time.monotonic, delayfunc=time.sleep):
        self._queue = []
        self._numbers = count()
        self.timefunc = timefunc
        self.delayfunc = delayfunc

    def enterabs(self, time, priority, action, argument=(), kwargs=_sentinel):
        """Add a call at a time, and return the event."""
        event = Event(time, priority, next(self._numbers), action, argument, {} if kwargs is _sentinel else kwargs)
        heapq.heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=_sentinel):
        """Add a call after a delay, and return the event."""
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        """Remove an event; ValueError where it isn't there."""
        self._queue.remove(event)
        heapq.heapify(self._queue)

    def empty(self):
        """Report whether there are no events."""
        return not self._queue

    def run(self, blocking=True):
        """Make all calls; without blocking those that are due, and return when the next one is."""
        while self._queue:
            event = self._queue[0]
            now = self.timefunc()
            if event.time > now:
                if not blocking:
                    return event.time - now
                self.delayfunc(event.time - now)
                continue
            heapq.heappop(self._queue)
            event.action(*event.argument, **event.kwargs)
            self.delayfunc(0)
        return None

    @property
    def queue(self):
        """The events in order."""
        events = self._queue[:]
        return list(map(heapq.heappop, [events] * len(events)))
