import _asyncio_host

__all__ = ('iscoroutinefunction', 'iscoroutine')

_is_coroutine = object()


def iscoroutinefunction(func):
    """Whether func is an async def."""
    return (_asyncio_host.iscoroutinefunction(func)
            or getattr(func, '_is_coroutine', None) is _is_coroutine)


def iscoroutine(obj):
    """Whether obj is what an async def returns."""
    if _asyncio_host.iscoroutine(obj):
        return True
    return all(hasattr(type(obj), name) for name in ('send', 'throw', 'close', '__await__'))


def _describe(coro):
    """How reprs show a coroutine: <f() running at script.py:3>."""
    name = getattr(coro, '__qualname__', None) or getattr(coro, '__name__', None)
    if name is None:
        name = f'<{type(coro).__name__} without __name__>'
    code = getattr(coro, 'cr_code', None) or getattr(coro, 'gi_code', None)
    running = getattr(coro, 'cr_running', False) or getattr(coro, 'gi_running', False)
    if code is None:
        return f'{name}() running' if running else f'{name}()'
    frame = getattr(coro, 'cr_frame', None) or getattr(coro, 'gi_frame', None)
    if frame is None:
        return f'{name}() done, defined at {code.co_filename}:{code.co_firstlineno}'
    return f'{name}() running at {code.co_filename}:{frame.f_lineno}'
