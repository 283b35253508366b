import heapq
import sys
from _collections import deque

import _asyncio_host
import _thread

from . import coroutines, events, futures, tasks
from .refused import Refusals

__all__ = ('BaseEventLoop', 'SelectorEventLoop')

# Timers that are due within it of now are due.
_RESOLUTION = 1e-09
# Seconds that a loop sleeps at most without looking around.
_LONGEST_SLEEP = 24 * 3600
# So many cancelled timers, or such a part of all, are thrown away before they are due.
_MIN_CANCELLED, _CANCELLED_PART = 100, 0.5
# So many async generators, or twice as many as haven't ended, are noted to be closed.
_MIN_ASYNCGENS = 100


class BaseEventLoop(Refusals, events.AbstractEventLoop):
    """Runs callbacks: those that are ready in the order in which they came, and timers
    in the order in which they are due."""

    def __init__(self):
        self._ready = deque()
        self._scheduled = []
        self._cancelled_timers = 0
        self._running = self._closed = self._stopping = self._debug = False
        self._exception_handler = self._task_factory = None
        self._asyncgens, self._asyncgens_most = {}, _MIN_ASYNCGENS
        self._asyncgens_shut = False
        self._failed = {}  # futures whose exception nobody has asked for
        self.slow_callback_duration = 0.1
        self._default_executor = None
        self._sleeping, self._wake = False, None  # a lock that other threads release

    def __repr__(self):
        return (f'<_UnixSelectorEventLoop running={self.is_running()} '
                f'closed={self.is_closed()} debug={self.get_debug()}>')

    def time(self):
        return _asyncio_host.monotonic()

    # Callbacks.

    def call_soon(self, callback, *args, context=None):
        self._check(callback, 'call_soon')
        handle = events.Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    def call_soon_threadsafe(self, callback, *args, context=None):
        self._check(callback, 'call_soon_threadsafe')
        handle = events.Handle(callback, args, self, context)
        self._ready.append(handle)
        if self._sleeping:
            self._sleeping = False
            self._wake.release()
        return handle

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError('delay must not be None')
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError('when cannot be None')
        self._check(callback, 'call_at')
        timer = events.TimerHandle(when, callback, args, self, context)
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        return timer

    def _check(self, callback, method):
        self._check_closed()
        if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
            raise TypeError(f'coroutines cannot be used with {method}()')
        if not callable(callback):
            raise TypeError(f'a callable object was expected by {method}(), got {callback!r}')

    def _check_closed(self):
        if self._closed:
            raise RuntimeError('Event loop is closed')

    def _timer_handle_cancelled(self, handle):
        if handle._scheduled:
            self._cancelled_timers += 1

    # Futures and tasks.

    def create_future(self):
        return futures.Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        self._check_closed()
        if self._task_factory is None:
            return tasks.Task(coro, loop=self, name=name, context=context)
        if context is None:
            task = self._task_factory(self, coro)
        else:
            task = self._task_factory(self, coro, context=context)
        if name is not None and hasattr(task, 'set_name'):
            task.set_name(name)
        return task

    def set_task_factory(self, factory):
        if factory is not None and not callable(factory):
            raise TypeError('task factory must be a callable or None')
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    def run_in_executor(self, executor, func, *args):
        """Calls func in one of an executor's threads."""
        self._check_closed()
        self._check(func, 'run_in_executor')
        if executor is None:
            if self._default_executor is None:
                from concurrent.futures import ThreadPoolExecutor
                self._default_executor = ThreadPoolExecutor(thread_name_prefix='asyncio')
            executor = self._default_executor
        return futures.wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        from concurrent.futures import ThreadPoolExecutor
        if not isinstance(executor, ThreadPoolExecutor):
            raise TypeError('executor must be ThreadPoolExecutor instance')
        self._default_executor = executor

    # Running.

    def run_forever(self):
        self._check_closed()
        if self.is_running():
            raise RuntimeError('This event loop is already running')
        if events._get_running_loop() is not None:
            raise RuntimeError('Cannot run the event loop while another loop is running')
        self._running = True
        hook = _asyncio_host.set_asyncgen_hook(self._asyncgen_begins)
        events._set_running_loop(self)
        try:
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = self._running = False
            events._set_running_loop(None)
            _asyncio_host.set_asyncgen_hook(hook)

    def run_until_complete(self, future):
        self._check_closed()
        if self.is_running():
            raise RuntimeError('This event loop is already running')
        if events._get_running_loop() is not None:
            raise RuntimeError('Cannot run the event loop while another loop is running')
        new = not futures.isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        future.add_done_callback(_stop_loop)
        try:
            self.run_forever()
        except:
            if new and future.done() and not future.cancelled():
                future.exception()  # the run ends with it
            raise
        finally:
            future.remove_done_callback(_stop_loop)
        if not future.done():
            raise RuntimeError('Event loop stopped before Future completed.')
        return future.result()

    def _run_once(self):
        scheduled, ready = self._scheduled, self._ready
        if (self._cancelled_timers > _MIN_CANCELLED
                and self._cancelled_timers / len(scheduled) > _CANCELLED_PART):
            kept = []
            for timer in scheduled:
                if timer._cancelled:
                    timer._scheduled = False
                else:
                    kept.append(timer)
            heapq.heapify(kept)
            self._scheduled = scheduled = kept
            self._cancelled_timers = 0
        else:
            while scheduled and scheduled[0]._cancelled:
                self._cancelled_timers -= 1
                heapq.heappop(scheduled)._scheduled = False
        if not ready and not self._stopping:
            self._sleep(scheduled[0]._when if scheduled else None)
        if scheduled:
            end = self.time() + _RESOLUTION
            while scheduled and scheduled[0]._when < end:
                timer = heapq.heappop(scheduled)
                timer._scheduled = False
                ready.append(timer)
        for _ in range(len(ready)):
            handle = ready.popleft()
            if not handle._cancelled:
                handle._run()

    def _sleep(self, when):
        """Waits until a timer is due, a signal comes, or another thread has called call_soon_threadsafe."""
        if not _thread._count():
            _asyncio_host.sleep_until(when)
            return
        if self._wake is None:
            self._wake = _thread.allocate_lock()
            self._wake.acquire()
        timeout = _LONGEST_SLEEP if when is None else min(when - self.time(), _LONGEST_SLEEP)
        self._wake.acquire(False)  # who released it after a timeout woke nobody
        self._sleeping = True
        if not self._ready and timeout > 0:
            self._wake.acquire(True, timeout)
        elif not self._sleeping:  # it was released already
            self._wake.acquire(False)
        self._sleeping = False

    def stop(self):
        self._stopping = True

    def is_running(self):
        return self._running

    def is_closed(self):
        return self._closed

    def close(self):
        if self.is_running():
            raise RuntimeError('Cannot close a running event loop')
        if self._closed:
            return
        self._closed = True
        self._ready.clear()
        self._scheduled.clear()
        executor, self._default_executor = self._default_executor, None
        if executor is not None:
            executor.shutdown(wait=False)
        for future in list(self._failed):
            future._report_failure()
        self._failed.clear()

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = bool(enabled)

    # Async generators.

    def _asyncgen_begins(self, agen):
        if len(self._asyncgens) >= self._asyncgens_most:
            self._asyncgens = {a: None for a in self._asyncgens if a.ag_frame is not None}
            self._asyncgens_most = 2 * len(self._asyncgens) + _MIN_ASYNCGENS
        self._asyncgens[agen] = None

    async def shutdown_asyncgens(self):
        """Closes the async generators that aren't at their end."""
        self._asyncgens_shut = True
        closing = [a for a in self._asyncgens if a.ag_frame is not None]
        self._asyncgens.clear()
        if not closing:
            return
        results = await tasks.gather(*[a.aclose() for a in closing], return_exceptions=True)
        for result, agen in zip(results, closing):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    'message': 'an error occurred during closing of asynchronous '
                               f'generator {agen!r}',
                    'exception': result, 'asyncgen': agen})

    async def shutdown_default_executor(self):
        """Waits for the threads of the default executor to end."""
        executor = self._default_executor
        if executor is None:
            return
        import threading
        done = self.create_future()

        def shutdown():
            executor.shutdown(wait=True)
            self.call_soon_threadsafe(futures._set_result_unless_cancelled, done, None)

        thread = threading.Thread(target=shutdown)
        thread.start()
        try:
            await done
        finally:
            thread.join()

    # Errors.

    def get_exception_handler(self):
        return self._exception_handler

    def set_exception_handler(self, handler):
        if handler is not None and not callable(handler):
            raise TypeError(f'A callable object or None is expected, got {handler!r}')
        self._exception_handler = handler

    def default_exception_handler(self, context):
        lines = [context.get('message') or 'Unhandled exception in event loop']
        for key in sorted(context):
            if key not in ('message', 'exception'):
                lines.append(f'{key}: {context[key]!r}')
        text = '\n'.join(lines) + '\n'
        exc = context.get('exception')
        if exc is not None:
            text += _asyncio_host.format_exception(exc)
        sys.stderr.write(text)

    def call_exception_handler(self, context):
        handler = self._exception_handler
        try:
            if handler is None:
                self.default_exception_handler(context)
            else:
                handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            if handler is None:
                sys.stderr.write('Exception in default exception handler\n'
                                 + _asyncio_host.format_exception(exc))
                return
            self.default_exception_handler({
                'message': 'Unhandled error in exception handler',
                'exception': exc, 'context': context})

    # Signals and what isn't there.

    def add_signal_handler(self, sig, callback, *args):
        import signal
        signal.signal(sig, lambda *_: self.call_soon_threadsafe(callback, *args))

    def remove_signal_handler(self, sig):
        import signal
        default = signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL
        signal.signal(sig, default)
        return True


class SelectorEventLoop(BaseEventLoop):
    """The loop of this system."""

    def __init__(self, selector=None):
        super().__init__()


SelectorEventLoop.__name__ = SelectorEventLoop.__qualname__ = '_UnixSelectorEventLoop'
SelectorEventLoop.__module__ = 'asyncio.unix_events'


def _stop_loop(future):
    if not future.cancelled() and isinstance(future.exception(), (SystemExit, KeyboardInterrupt)):
        return  # it ends run_forever itself
    future._loop.stop()
