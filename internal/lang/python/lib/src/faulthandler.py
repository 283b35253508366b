"""Tracebacks of a dying interpreter, which dies differently here: only those that are asked for are written."""

import sys

_enabled = False


def enable(file=None, all_threads=True):
    """Have it enabled, which changes nothing."""
    global _enabled
    _enabled = True


def disable():
    """Have it disabled. Was it enabled?"""
    global _enabled
    was, _enabled = _enabled, False
    return was


def is_enabled():
    """Report what was asked for."""
    return _enabled


def dump_traceback(file=None, all_threads=True):
    """Write where the program is, the innermost call first."""
    file = sys.stderr if file is None else file
    print("Current thread 0x%016x (most recent call first):" % _thread_id() if all_threads else "Stack (most recent call first):", file=file)
    frame = sys._getframe(1)
    while frame is not None:
        print(f'  File "{frame.f_code.co_filename}", line {frame.f_lineno} in {frame.f_code.co_name}', file=file)
        frame = frame.f_back


def _thread_id():
    import _thread
    return _thread.get_ident()


def dump_traceback_later(timeout, repeat=False, file=None, exit=False):
    """Nothing is written later."""


def cancel_dump_traceback_later():
    """There is nothing to cancel."""


def register(signum, file=None, all_threads=True, chain=False):
    """Nothing is written at a signal."""


def unregister(signum):
    """There is nothing to unregister."""
    return False
