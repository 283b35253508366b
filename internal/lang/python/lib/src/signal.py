"""Signals, and what is done when they come."""

import sys
import _signal_host
from enum import IntEnum
from operator import index as operator_index

_NUMBERS = {
    "SIGHUP": 1, "SIGINT": 2, "SIGQUIT": 3, "SIGILL": 4, "SIGTRAP": 5, "SIGABRT": 6, "SIGBUS": 7, "SIGFPE": 8, "SIGKILL": 9,
    "SIGUSR1": 10, "SIGSEGV": 11, "SIGUSR2": 12, "SIGPIPE": 13, "SIGALRM": 14, "SIGTERM": 15, "SIGSTKFLT": 16, "SIGCHLD": 17,
    "SIGCONT": 18, "SIGSTOP": 19, "SIGTSTP": 20, "SIGTTIN": 21, "SIGTTOU": 22, "SIGURG": 23, "SIGXCPU": 24, "SIGXFSZ": 25,
    "SIGVTALRM": 26, "SIGPROF": 27, "SIGWINCH": 28, "SIGIO": 29, "SIGPWR": 30, "SIGSYS": 31, "SIGRTMIN": 34, "SIGRTMAX": 64,
}
_TEXTS = {
    1: "Hangup", 2: "Interrupt", 3: "Quit", 4: "Illegal instruction", 5: "Trace/breakpoint trap", 6: "Aborted", 7: "Bus error",
    8: "Floating point exception", 9: "Killed", 10: "User defined signal 1", 11: "Segmentation fault", 12: "User defined signal 2",
    13: "Broken pipe", 14: "Alarm clock", 15: "Terminated", 16: "Stack fault", 17: "Child exited", 18: "Continued",
    19: "Stopped (signal)", 20: "Stopped", 21: "Stopped (tty input)", 22: "Stopped (tty output)", 23: "Urgent I/O condition",
    24: "CPU time limit exceeded", 25: "File size limit exceeded", 26: "Virtual timer expired", 27: "Profiling timer expired",
    28: "Window changed", 29: "I/O possible", 30: "Power failure", 31: "Bad system call",
}

Signals = IntEnum("Signals", _NUMBERS, module=__name__)
Handlers = IntEnum("Handlers", {"SIG_DFL": 0, "SIG_IGN": 1}, module=__name__)
Sigmasks = IntEnum("Sigmasks", {"SIG_BLOCK": 0, "SIG_UNBLOCK": 1, "SIG_SETMASK": 2}, module=__name__)
for _members in (Signals, Handlers, Sigmasks):
    globals().update(_members.__members__)
SIGCLD, SIGPOLL, SIGIOT = Signals.SIGCHLD, Signals.SIGIO, Signals.SIGABRT
NSIG = 65
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2


ItimerError = _signal_host.ItimerError


def default_int_handler(signalnum, frame, /):
    """Raise KeyboardInterrupt."""
    raise KeyboardInterrupt


_handlers = {Signals.SIGINT: default_int_handler, Signals.SIGPIPE: Handlers.SIG_IGN, Signals.SIGXFSZ: Handlers.SIG_IGN}


def _enum(value, cls):
    try:
        return cls(value)
    except ValueError:
        return value


def _checked(signalnum):
    number = int(signalnum.__index__()) if hasattr(signalnum, "__index__") else None
    if number is None:
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(signalnum).__name__)
    if not 1 <= number < NSIG:
        raise ValueError("signal number out of range")
    return number


def getsignal(signalnum):
    """What is called when a signal comes."""
    return _handlers.get(_checked(signalnum), Handlers.SIG_DFL)


def signal(signalnum, handler):
    """Set what is called when a signal comes, and return what it was."""
    number = _checked(signalnum)
    plain = isinstance(handler, int) and not callable(handler)
    if not callable(handler) and not (plain and handler in (0, 1)):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    if number in (9, 19):
        raise OSError(22, "Invalid argument")
    before = getsignal(number)
    if not callable(handler):
        handler = Handlers(handler)
    _handlers[number] = handler
    name = _name(number)
    if handler is default_int_handler and number == 2 or plain and handler == 0:
        _signal_host.set(name, _end if number == 14 else None)
    elif plain and handler == 1:
        _signal_host.set(name, _ignore)
    else:
        _signal_host.set(name, lambda name, frame: handler(number, _frame(sys._getframe(1))))
    return before


def _frame(frame):
    """The frame that a signal came in: not that of raise_signal."""
    return frame.f_back if frame.f_code == raise_signal.__code__ else frame


def _name(number):
    found = _enum(number, Signals)
    return found.name if isinstance(found, Signals) else "SIG%d" % number


def _ignore(name, frame):
    pass


def _end(name, frame):
    """What SIGALRM does without a handler."""
    import os
    sys.stdout.flush()
    sys.stderr.write("Alarm clock\n")
    os._exit(142)


def raise_signal(signalnum, /):
    """Send a signal to the program itself."""
    number = _checked(signalnum)
    if getsignal(number) == Handlers.SIG_DFL and number not in (17, 18, 23, 28):
        sys.exit(128 + number)
    _signal_host.send(_name(number))


def strsignal(signalnum, /):
    """What a signal means, or None."""
    return _TEXTS.get(_checked(signalnum))


def valid_signals():
    """All signals."""
    return {_enum(n, Signals) for n in range(1, NSIG) if n not in (32, 33)}


def pause():
    """Sleep until a signal has come."""
    _signal_host.wait()


def _set(seconds, interval):
    if getsignal(14) == 0:
        _signal_host.set("SIGALRM", _end)
    return _signal_host.alarm(seconds, interval)


def alarm(seconds, /):
    """Have SIGALRM come after so many seconds, with 0 never; how many it was still until the one before."""
    seconds = operator_index(seconds)
    if not -2**31 <= seconds < 2**31:
        raise OverflowError("Python int too large to convert to C int")
    left, _ = _set(seconds, 0)
    return -int(-left // 1)


def setitimer(which, seconds, interval=0.0, /):
    """Have SIGALRM come after so many seconds, and at each interval after that; what was set before."""
    seconds, interval = _interval(seconds), _interval(interval)
    _real(which)
    if seconds < 0 or interval < 0:
        raise ItimerError(22, "Invalid argument")
    return _set(seconds, interval)


def getitimer(which, /):
    """How many seconds it is until the next SIGALRM, and between those after it."""
    _real(which)
    return _signal_host.left()


def _interval(seconds):
    if not isinstance(seconds, (int, float)) and not hasattr(seconds, "__index__"):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(seconds).__name__)
    if seconds != seconds:
        raise ValueError("Invalid value NaN (not a number)")
    if abs(seconds) >= 2**63 / 1e9:  # it is nanoseconds in 64 bits
        raise OverflowError("timestamp out of range for platform time_t" if isinstance(seconds, float)
                            else "timestamp too large to convert to C _PyTime_t")
    return float(seconds)


def _real(which):
    if which in (ITIMER_VIRTUAL, ITIMER_PROF):
        raise PermissionError("programs have no timers of processor time here: use signal.ITIMER_REAL")
    if which != ITIMER_REAL:
        raise ItimerError(22, "Invalid argument")


def siginterrupt(signalnum, flag, /):
    """Do nothing."""


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    """There is no file descriptor to write to."""
    if fd != -1:
        raise ValueError("invalid fd")
    return -1


def pthread_sigmask(how, mask, /):
    """No signal is ever blocked."""
    return set()


def sigpending():
    """No signal is ever pending."""
    return set()
