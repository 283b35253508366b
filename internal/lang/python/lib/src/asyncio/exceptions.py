__all__ = ('BrokenBarrierError', 'CancelledError', 'InvalidStateError',
           'TimeoutError', 'IncompleteReadError', 'LimitOverrunError',
           'SendfileNotAvailableError')

TimeoutError = TimeoutError


class CancelledError(BaseException):
    """The task or future was cancelled."""


class InvalidStateError(Exception):
    """The operation isn't allowed in this state."""


class SendfileNotAvailableError(RuntimeError):
    """Never raised here."""


class BrokenBarrierError(RuntimeError):
    """The barrier was broken by reset() or abort()."""


class IncompleteReadError(EOFError):
    """A stream ended too early."""

    def __init__(self, partial, expected):
        wanted = 'undefined' if expected is None else repr(expected)
        super().__init__(f'{len(partial)} bytes read on a total of {wanted} expected bytes')
        self.partial, self.expected = partial, expected


class LimitOverrunError(Exception):
    """A stream's limit was reached before its separator."""

    def __init__(self, message, consumed):
        super().__init__(message)
        self.consumed = consumed
