import contextvars

from . import events, exceptions

__all__ = ('Future', 'wrap_future', 'isfuture')

_PENDING, _CANCELLED, _FINISHED = 'PENDING', 'CANCELLED', 'FINISHED'


def isfuture(obj):
    return (hasattr(type(obj), '_asyncio_future_blocking')
            and obj._asyncio_future_blocking is not None)


class Future:
    """A result that will be there later."""

    _state = _PENDING
    _result = _exception = _cancel_message = _cancelled_exc = None
    _unseen = False  # it has an exception that nobody has asked for
    # True while a task that awaits it is handing it to the loop.
    _asyncio_future_blocking = False
    __class_getitem__ = classmethod(lambda cls, item: cls)

    def __init__(self, *, loop=None):
        self._loop = events.get_event_loop() if loop is None else loop
        self._callbacks = []

    def __repr__(self):
        return f'<{type(self).__name__} {" ".join(self._repr_info())}>'

    def _repr_info(self):
        info = [self._state.lower()]
        if self._state == _FINISHED:
            if self._exception is not None:
                info.append(f'exception={self._exception!r}')
            else:
                info.append(f'result={_shortened(self._result)}')
        if self._callbacks:
            info.append(self._repr_callbacks())
        return info

    def _repr_callbacks(self):
        names = [events._describe_callback(f, ()) for f, _ in self._callbacks]
        if len(names) > 2:
            names[1:-1] = [f'<{len(names) - 2} more>']
        return f'cb=[{", ".join(names)}]'

    def get_loop(self):
        return self._loop

    def cancel(self, msg=None):
        self._seen()
        if self._state != _PENDING:
            return False
        self._state, self._cancel_message = _CANCELLED, msg
        self._finished()
        return True

    def cancelled(self):
        return self._state == _CANCELLED

    def done(self):
        return self._state != _PENDING

    def _make_cancelled_error(self):
        if self._cancelled_exc is not None:
            exc, self._cancelled_exc = self._cancelled_exc, None
            return exc
        if self._cancel_message is None:
            return exceptions.CancelledError()
        return exceptions.CancelledError(self._cancel_message)

    def result(self):
        if self._state == _CANCELLED:
            raise self._make_cancelled_error()
        if self._state != _FINISHED:
            raise exceptions.InvalidStateError('Result is not set.')
        self._seen()
        if self._exception is not None:
            traceback, self._traceback = self._traceback, None  # the second time it has none
            raise self._exception.with_traceback(traceback)
        return self._result

    def exception(self):
        if self._state == _CANCELLED:
            raise self._make_cancelled_error()
        if self._state != _FINISHED:
            raise exceptions.InvalidStateError('Exception is not set.')
        self._seen()
        return self._exception

    def set_result(self, result):
        if self._state != _PENDING:
            raise exceptions.InvalidStateError('invalid state')
        self._result, self._state = result, _FINISHED
        self._finished()

    def set_exception(self, exception):
        if self._state != _PENDING:
            raise exceptions.InvalidStateError('invalid state')
        if isinstance(exception, type):
            exception = exception()
        if isinstance(exception, StopIteration):
            raise TypeError('StopIteration interacts badly with generators '
                            'and cannot be raised into a Future')
        self._exception, self._traceback = exception, exception.__traceback__
        self._state, self._unseen = _FINISHED, True
        self._loop._failed[self] = None
        self._finished()

    def _seen(self):
        if self._unseen:
            self._unseen = False
            self._loop._failed.pop(self, None)

    def _report_failure(self):
        if self._unseen:
            self._unseen = False
            self._loop.call_exception_handler({
                'message': f'{type(self).__name__} exception was never retrieved',
                'exception': self._exception, 'future': self})

    def add_done_callback(self, fn, *, context=None):
        if self._state != _PENDING:
            self._loop.call_soon(fn, self, context=context)
            return
        if context is None:
            context = contextvars.copy_context()
        self._callbacks.append((fn, context))

    def remove_done_callback(self, fn):
        kept = [(f, context) for f, context in self._callbacks if f != fn]
        removed = len(self._callbacks) - len(kept)
        if removed:
            self._callbacks[:] = kept
        return removed

    def _finished(self):
        callbacks = self._callbacks[:]
        self._callbacks[:] = []
        for fn, context in callbacks:
            self._loop.call_soon(fn, self, context=context)

    def __await__(self):
        if self._state == _PENDING:
            self._asyncio_future_blocking = True
            yield self
            if self._state == _PENDING:
                raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


def _shortened(value):
    text = repr(value)
    if len(text) <= 80 or not isinstance(value, str):
        return text
    return text[:38] + '...' + text[-39:]


def _set_result_unless_cancelled(future, result):
    if not future.cancelled():
        future.set_result(result)


def _set_exception_unless_done(future, exc):
    if not future.done():
        future.set_exception(exc)


def _copy_outcome(source, new):
    if new.cancelled():
        return
    if source.cancelled():
        new.cancel()
    elif source.exception() is not None:
        new.set_exception(source.exception())
    else:
        new.set_result(source.result())


def wrap_future(future, *, loop=None):
    """The future itself, or one of a loop for one of concurrent.futures."""
    if isfuture(future):
        return future
    new = (loop or events.get_event_loop()).create_future()
    loop = new._loop

    def ended(source):
        if not loop.is_closed():
            loop.call_soon_threadsafe(_copy_outcome, source, new)

    def cancelled(new):
        if new.cancelled():
            future.cancel()

    new.add_done_callback(cancelled)
    future.add_done_callback(ended)
    return new


def _pass_on(task, future):
    """Has a future of concurrent.futures end as a task of the loop that runs does."""

    def ended(task):
        if task.cancelled():
            future.cancel()
        if not future.set_running_or_notify_cancel():
            return
        if task.exception() is not None:
            future.set_exception(task.exception())
        else:
            future.set_result(task.result())

    def cancelled(future):
        if future.cancelled() and not task._loop.is_closed():
            task._loop.call_soon_threadsafe(task.cancel)

    task.add_done_callback(ended)
    future.add_done_callback(cancelled)
