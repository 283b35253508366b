import contextvars

import _asyncio_host

from . import coroutines, events, exceptions, futures

__all__ = ('Task', 'create_task', 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED',
           'wait', 'wait_for', 'as_completed', 'sleep', 'gather', 'shield',
           'ensure_future', 'run_coroutine_threadsafe', 'current_task', 'all_tasks',
           '_register_task', '_unregister_task', '_enter_task', '_leave_task')

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'

_number = [0]  # of the last task that got a name from it
_unfinished = {}  # the tasks that aren't done, in order
_current = {}  # by loop


def current_task(loop=None):
    return _current.get(events.get_running_loop() if loop is None else loop)


def all_tasks(loop=None):
    if loop is None:
        loop = events.get_running_loop()
    return {t for t in _unfinished if t.get_loop() is loop and not t.done()}


def _register_task(task):
    _unfinished[task] = None


def _unregister_task(task):
    _unfinished.pop(task, None)


def _enter_task(loop, task):
    current = _current.get(loop)
    if current is not None:
        raise RuntimeError(f'Cannot enter into task {task!r} while another '
                           f'task {current!r} is being executed.')
    _current[loop] = task


def _leave_task(loop, task):
    current = _current.get(loop)
    if current is not task:
        raise RuntimeError(f'Leaving task {task!r} does not match the current task {current!r}.')
    del _current[loop]


class Task(futures.Future):
    """A coroutine that the loop runs."""

    def __init__(self, coro, *, loop=None, name=None, context=None):
        super().__init__(loop=loop)
        if not coroutines.iscoroutine(coro):
            raise TypeError(f'a coroutine was expected, got {coro!r}')
        if name is None:
            _number[0] += 1
            name = f'Task-{_number[0]}'
        self._name = str(name)
        self._coro = coro
        self._cancels = 0
        self._must_cancel = False
        self._fut_waiter = None
        self._context = contextvars.copy_context() if context is None else context
        self._loop.call_soon(self._step, context=self._context)
        _register_task(self)

    def _repr_info(self):
        info = super()._repr_info()
        if self.cancelling() and not self.done():
            info[0] = 'cancelling'
        info.insert(1, f'name={self._name!r}')
        info.insert(2, f'coro=<{coroutines._describe(self._coro)}>')
        if self._fut_waiter is not None:
            info.insert(3, f'wait_for={self._fut_waiter!r}')
        return info

    def get_coro(self):
        return self._coro

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def get_context(self):
        return self._context

    def set_result(self, result):
        raise RuntimeError('Task does not support set_result operation')

    def set_exception(self, exception):
        raise RuntimeError('Task does not support set_exception operation')

    def get_stack(self, *, limit=None):
        frame = getattr(self._coro, 'cr_frame', None)
        return [] if frame is None else [frame]

    def print_stack(self, *, limit=None, file=None):
        print(f'Stack for {self!r}', file=file)

    def cancel(self, msg=None):
        self._seen()
        if self.done():
            return False
        self._cancels += 1
        if self._fut_waiter is not None and self._fut_waiter.cancel(msg=msg):
            return True
        # It isn't waiting, or what it waits for has its result: the next step raises.
        self._must_cancel, self._cancel_message = True, msg
        return True

    def cancelling(self):
        return self._cancels

    def uncancel(self):
        if self._cancels > 0:
            self._cancels -= 1
        return self._cancels

    def _step(self, exc=None):
        if self.done():
            raise exceptions.InvalidStateError(f'_step(): already done: {self!r}, {exc!r}')
        if self._must_cancel:
            if not isinstance(exc, exceptions.CancelledError):
                exc = self._make_cancelled_error()
            self._must_cancel = False
        self._fut_waiter = None
        _enter_task(self._loop, self)
        try:
            if exc is None:
                awaited = self._coro.send(None)
            else:
                awaited = self._coro.throw(exc)
        except StopIteration as stop:
            if self._must_cancel:  # it was cancelled in its last step
                self._must_cancel = False
                self._end_cancelled()
            else:
                self._end(super().set_result, stop.value)
        except exceptions.CancelledError as error:
            self._cancelled_exc = error
            self._end_cancelled()
        except (KeyboardInterrupt, SystemExit) as error:
            self._end(super().set_exception, error)
            raise
        except BaseException as error:
            self._end(super().set_exception, error)
        else:
            self._wait_for(awaited)
        finally:
            _leave_task(self._loop, self)

    def _end(self, setter, value):
        _unregister_task(self)
        setter(value)

    def _end_cancelled(self):
        _unregister_task(self)
        super().cancel(msg=self._cancel_message)

    def _wait_for(self, awaited):
        """Has the next step follow what the coroutine waits for."""
        blocking = getattr(awaited, '_asyncio_future_blocking', None)
        wrong = None
        if blocking is not None:
            if awaited.get_loop() is not self._loop:
                wrong = f'Task {self!r} got Future {awaited!r} attached to a different loop'
            elif not blocking:
                wrong = f'yield was used instead of yield from in task {self!r} with {awaited!r}'
            elif awaited is self:
                wrong = f'Task cannot await on itself: {self!r}'
            else:
                awaited._asyncio_future_blocking = False
                awaited.add_done_callback(self._wakeup, context=self._context)
                self._fut_waiter = awaited
                if self._must_cancel and awaited.cancel(msg=self._cancel_message):
                    self._must_cancel = False
                return
        elif awaited is None:
            self._loop.call_soon(self._step, context=self._context)
            return
        elif _asyncio_host.isgenerator(awaited):
            wrong = ('yield was used instead of yield from for generator '
                     f'in task {self!r} with {awaited!r}')
        else:
            wrong = f'Task got bad yield: {awaited!r}'
        self._loop.call_soon(self._step, RuntimeError(wrong), context=self._context)

    def _wakeup(self, future):
        try:
            future.result()
        except BaseException as exc:
            self._step(exc)
        else:
            self._step()


def create_task(coro, *, name=None, context=None):
    return events.get_running_loop().create_task(coro, name=name, context=context)


class _Awaited:
    """Any awaitable as a coroutine's work."""

    @staticmethod
    async def wrap(awaitable):
        return await awaitable


def ensure_future(coro_or_future, *, loop=None):
    if futures.isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future.get_loop():
            raise ValueError('The future belongs to a different loop than '
                             'the one specified as the loop argument')
        return coro_or_future
    ours = not coroutines.iscoroutine(coro_or_future)
    if ours:
        if not hasattr(type(coro_or_future), '__await__'):
            raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
        coro_or_future = _Awaited.wrap(coro_or_future)
    if loop is None:
        loop = events.get_event_loop()
    try:
        return loop.create_task(coro_or_future)
    except RuntimeError:
        if ours:
            coro_or_future.close()
        raise


class _Turn:
    """Lets the loop go round once."""

    def __await__(self):
        yield


async def sleep(delay, result=None):
    if delay <= 0:
        await _Turn()
        return result
    loop = events.get_running_loop()
    future = loop.create_future()
    timer = loop.call_later(delay, futures._set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        timer.cancel()


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f'expect a list of futures, not {type(fs).__name__}')
    if not fs:
        raise ValueError('Set of Tasks/Futures is empty.')
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f'Invalid return_when value: {return_when}')
    fs = set(fs)
    if any(coroutines.iscoroutine(f) for f in fs):
        raise TypeError('Passing coroutines is forbidden, use tasks explicitly.')
    return await _wait(fs, timeout, return_when, events.get_running_loop())


async def _wait(fs, timeout, return_when, loop):
    waiter = loop.create_future()
    timer = None
    if timeout is not None:
        timer = loop.call_later(timeout, _release, waiter)
    left = len(fs)

    def finished(future):
        nonlocal left
        left -= 1
        failed = not future.cancelled() and future.exception() is not None
        if (left <= 0 or return_when == FIRST_COMPLETED
                or return_when == FIRST_EXCEPTION and failed):
            if timer is not None:
                timer.cancel()
            _release(waiter)

    for f in fs:
        f.add_done_callback(finished)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for f in fs:
            f.remove_done_callback(finished)
    done, pending = set(), set()
    for f in fs:
        (done if f.done() else pending).add(f)
    return done, pending


def _release(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def _cancel_and_wait(future, loop):
    waiter = loop.create_future()

    def finished(_):
        _release(waiter)
    future.add_done_callback(finished)
    try:
        future.cancel()
        await waiter  # not the future: who cancels us now is not mistaken for it
    finally:
        future.remove_done_callback(finished)


async def wait_for(fut, timeout):
    loop = events.get_running_loop()
    if timeout is None:
        return await fut
    if timeout <= 0:
        fut = ensure_future(fut, loop=loop)
        if fut.done():
            return fut.result()
        return await _end_by_timeout(fut, loop)
    waiter = loop.create_future()
    timer = loop.call_later(timeout, _release, waiter)

    def finished(_):
        _release(waiter)
    fut = ensure_future(fut, loop=loop)
    fut.add_done_callback(finished)
    try:
        try:
            await waiter
        except exceptions.CancelledError:
            if fut.done():
                return fut.result()
            fut.remove_done_callback(finished)
            await _cancel_and_wait(fut, loop)
            raise
        if fut.done():
            return fut.result()
        fut.remove_done_callback(finished)
        return await _end_by_timeout(fut, loop)
    finally:
        timer.cancel()


async def _end_by_timeout(fut, loop):
    await _cancel_and_wait(fut, loop)
    try:
        return fut.result()  # it may have ended just so
    except exceptions.CancelledError as exc:
        raise exceptions.TimeoutError() from exc


def as_completed(fs, *, timeout=None):
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f'expect an iterable of futures, not {type(fs).__name__}')
    from .queues import Queue
    done = Queue()
    loop = events.get_event_loop()
    todo = dict.fromkeys(ensure_future(f, loop=loop) for f in dict.fromkeys(fs))
    timer = None

    def timed_out():
        for f in todo:
            f.remove_done_callback(finished)
            done.put_nowait(None)
        todo.clear()

    def finished(f):
        if not todo:
            return
        del todo[f]
        done.put_nowait(f)
        if not todo and timer is not None:
            timer.cancel()

    async def _wait_for_one():
        f = await done.get()
        if f is None:
            raise exceptions.TimeoutError
        return f.result()

    for f in todo:
        f.add_done_callback(finished)
    if todo and timeout is not None:
        timer = loop.call_later(timeout, timed_out)
    for _ in range(len(todo)):
        yield _wait_for_one()


class _GatheringFuture(futures.Future):
    """gather's: to cancel it is to cancel what it gathers."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        any_cancelled = False
        for child in self._children:
            if child.cancel(msg=msg):
                any_cancelled = True
        if any_cancelled:
            self._cancel_requested = True
        return any_cancelled


def gather(*coros_or_futures, return_exceptions=False):
    if not coros_or_futures:
        outer = events.get_event_loop().create_future()
        outer.set_result([])
        return outer
    children, by_argument = [], {}
    finished, outer, loop = 0, None, None

    def child_done(child):
        nonlocal finished
        finished += 1
        if outer is None or outer.done():
            if not child.cancelled():
                child.exception()  # nobody will ask for it
            return
        if not return_exceptions:
            if child.cancelled():
                outer.set_exception(child._make_cancelled_error())
                return
            if child.exception() is not None:
                outer.set_exception(child.exception())
                return
        if finished < len(by_argument):
            return
        results = [_outcome(c) for c in children]
        if outer._cancel_requested:
            outer.set_exception(child._make_cancelled_error())
        else:
            outer.set_result(results)

    for arg in coros_or_futures:
        if arg not in by_argument:
            child = ensure_future(arg, loop=loop)
            if loop is None:
                loop = child.get_loop()
            by_argument[arg] = child
            child.add_done_callback(child_done)
        children.append(by_argument[arg])
    outer = _GatheringFuture(children, loop=loop)
    return outer


def _outcome(future):
    if future.cancelled():
        message = future._cancel_message
        return exceptions.CancelledError('' if message is None else message)
    exc = future.exception()
    return future.result() if exc is None else exc


def shield(arg):
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()

    def inner_done(inner):
        if outer.cancelled():
            if not inner.cancelled():
                inner.exception()  # nobody will ask for it
        elif inner.cancelled():
            outer.cancel()
        elif inner.exception() is not None:
            outer.set_exception(inner.exception())
        else:
            outer.set_result(inner.result())

    def outer_done(_):
        if not inner.done():
            inner.remove_done_callback(inner_done)

    inner.add_done_callback(inner_done)
    outer.add_done_callback(outer_done)
    return outer


def run_coroutine_threadsafe(coro, loop):
    """Runs a coroutine in the loop of another thread: the result is a future of concurrent.futures."""
    if not coroutines.iscoroutine(coro):
        raise TypeError('A coroutine object is required')
    from concurrent.futures import Future
    future = Future()

    def begin():
        try:
            task = ensure_future(coro, loop=loop)
        except BaseException as exc:
            if future.set_running_or_notify_cancel():
                future.set_exception(exc)
            raise
        futures._pass_on(task, future)

    loop.call_soon_threadsafe(begin)
    return future
