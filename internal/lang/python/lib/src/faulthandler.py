"""Tracebacks of crashes: there are none here, and what asks for them does nothing."""

_enabled = False


def enable(file=None, all_threads=True):
    """Say that it is enabled."""
    global _enabled
    _enabled = True


def disable():
    """Say that it is not, and whether it was."""
    global _enabled
    was, _enabled = _enabled, False
    return was


def is_enabled():
    return _enabled


def dump_traceback(file=None, all_threads=True):
    """Write where the program is."""
    import sys
    import threading
    file = sys.stderr if file is None else file
    lines = [f"Current thread {threading.get_ident():#018x} (most recent call first):\n"]
    frame = sys._getframe(1)
    while frame is not None:
        lines.append(f'  File "{frame.f_code.co_filename}", line {frame.f_lineno} in {frame.f_code.co_name}\n')
        frame = frame.f_back
    file.write("".join(lines))


def dump_traceback_later(timeout, repeat=False, file=None, exit=False):
    """Nothing: a program that takes too long is ended from outside."""


def cancel_dump_traceback_later():
    """Nothing was to come."""


def register(signum, file=None, all_threads=True, chain=False):
    """Nothing."""


def unregister(signum):
    return False
