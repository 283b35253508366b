"""Futures."""

import collections
import sys
import threading
import time

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

PENDING = "PENDING"
RUNNING = "RUNNING"
CANCELLED = "CANCELLED"
CANCELLED_AND_NOTIFIED = "CANCELLED_AND_NOTIFIED"
FINISHED = "FINISHED"

_TEXTS = {PENDING: "pending", RUNNING: "running", CANCELLED: "cancelled", CANCELLED_AND_NOTIFIED: "cancelled", FINISHED: "finished"}


class Error(Exception):
    """What futures raise."""


class CancelledError(Error):
    """The Future was cancelled."""


TimeoutError = TimeoutError


class InvalidStateError(Error):
    """The future is not in a state that allows it."""


class BrokenExecutor(RuntimeError):
    """The executor can't run anything any more."""


class Future:
    """A result that will be there."""

    def __init__(self):
        self._condition = threading.Condition()
        self._state = PENDING
        self._result = None
        self._exception = None
        self._waiters = []
        self._done_callbacks = []

    def __repr__(self):
        with self._condition:
            text = f"<{type(self).__name__} at {id(self):#x} state={_TEXTS[self._state]}"
            if self._state == FINISHED:
                if self._exception:
                    text += f" raised {type(self._exception).__name__}"
                else:
                    text += f" returned {type(self._result).__name__}"
            return text + ">"

    def _over(self):
        return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)

    def _finish(self):
        for waiter in self._waiters:
            waiter(self)
        self._condition.notify_all()

    def _call_back(self):
        for callback in self._done_callbacks:
            self._call(callback)

    def _call(self, callback):
        try:
            callback(self)
        except Exception:
            import _thread
            sys.stderr.write(f"exception calling callback for {self!r}\n" + _thread._format_exception(sys.exc_info()[1]))

    def cancel(self):
        """Cancel the call, unless it runs."""
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._call_back()
        return True

    def cancelled(self):
        """Report whether it was cancelled."""
        return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        """Report whether the call runs."""
        return self._state == RUNNING

    def done(self):
        """Report whether it is cancelled or has its result."""
        if not self._over():
            import _thread
            _thread._yield()
        return self._over()

    def _wait(self, timeout):
        if not self._over():
            self._condition.wait_for(self._over, timeout)
        if self.cancelled():
            raise CancelledError()
        if self._state != FINISHED:
            raise TimeoutError()

    def result(self, timeout=None):
        """The result, waiting for it; or what the call has raised."""
        try:
            with self._condition:
                self._wait(timeout)
                if self._exception:
                    raise self._exception
                return self._result
        finally:
            self = None

    def exception(self, timeout=None):
        """What the call has raised, or None."""
        with self._condition:
            self._wait(timeout)
            return self._exception

    def add_done_callback(self, fn):
        """Have fn called with the future at its end."""
        with self._condition:
            if not self._over():
                self._done_callbacks.append(fn)
                return
        self._call(fn)

    def set_running_or_notify_cancel(self):
        """Begin the call; False if it was cancelled."""
        with self._condition:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                self._finish()
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            raise RuntimeError("Future in unexpected state")

    def set_result(self, result):
        """Have it finished with a result."""
        with self._condition:
            if self._over():
                raise InvalidStateError("{}: {!r}".format(self._state, self))
            self._result = result
            self._state = FINISHED
            self._finish()
        self._call_back()

    def set_exception(self, exception):
        """Have it finished with an exception."""
        with self._condition:
            if self._over():
                raise InvalidStateError("{}: {!r}".format(self._state, self))
            self._exception = exception
            self._state = FINISHED
            self._finish()
        self._call_back()


class _Watch:
    """Collects futures as they finish."""

    def __init__(self, futures):
        self.condition = threading.Condition()
        self.finished = collections.deque()
        self._futures = futures
        for f in futures:
            with f._condition:
                if f._over():
                    self.finished.append(f)
                else:
                    f._waiters.append(self)

    def __call__(self, future):
        with self.condition:
            self.finished.append(future)
            self.condition.notify_all()

    def close(self):
        for f in self._futures:
            with f._condition:
                if self in f._waiters:
                    f._waiters.remove(self)


def as_completed(fs, timeout=None):
    """The futures as they finish."""
    end = None if timeout is None else timeout + time.monotonic()
    fs = list(dict.fromkeys(fs))
    watch = _Watch(fs)
    total = left = len(fs)
    try:
        while left:
            with watch.condition:
                if not watch.finished:
                    wait_for = None if end is None else end - time.monotonic()
                    if wait_for is not None and wait_for < 0 or not watch.condition.wait_for(lambda: watch.finished, wait_for):
                        raise TimeoutError("%d (of %d) futures unfinished" % (left, total))
                future = watch.finished.popleft()
            left -= 1
            yield future
    finally:
        watch.close()


DoneAndNotDoneFutures = collections.namedtuple("DoneAndNotDoneFutures", "done not_done")


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Wait for futures. Returns those that are done and those that aren't."""
    fs = set(fs)
    watch = _Watch(fs)
    try:
        def enough():
            if len(watch.finished) == len(fs):
                return True
            if return_when == FIRST_COMPLETED:
                return bool(watch.finished)
            if return_when == FIRST_EXCEPTION:
                return any(not f.cancelled() and f._exception is not None for f in watch.finished)
            if return_when != ALL_COMPLETED:
                raise ValueError("Invalid return condition: %r" % return_when)
            return False

        with watch.condition:
            watch.condition.wait_for(enough, timeout)
            done = set(watch.finished)
        return DoneAndNotDoneFutures(done, fs - done)
    finally:
        watch.close()


class Executor:
    """Makes calls later."""

    def submit(self, fn, /, *args, **kwargs):
        """Have fn called, and return a future of its result."""
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """The results of fn of each item, in order."""
        end = None if timeout is None else timeout + time.monotonic()
        fs = [self.submit(fn, *args) for args in zip(*iterables)]

        def result_iterator():
            try:
                fs.reverse()
                while fs:
                    future = fs.pop()
                    try:
                        yield future.result() if end is None else future.result(end - time.monotonic())
                    finally:
                        future.cancel()
            finally:
                for future in fs:
                    future.cancel()
        return result_iterator()

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Take no more calls."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False
