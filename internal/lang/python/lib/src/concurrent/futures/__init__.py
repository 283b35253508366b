"""Calls that are made by other threads."""

from ._base import (
    ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, BrokenExecutor, CancelledError, Executor, Future, InvalidStateError,
    TimeoutError, as_completed, wait,
)
from .thread import ThreadPoolExecutor

__all__ = ("FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "CancelledError", "TimeoutError", "BrokenExecutor", "Future",
           "Executor", "wait", "as_completed", "ProcessPoolExecutor", "ThreadPoolExecutor")


class ProcessPoolExecutor(Executor):
    """There are no processes: refused."""

    def __init__(self, *args, **kwargs):
        raise PermissionError("concurrent.futures.ProcessPoolExecutor: this program can't start processes: it runs in a sandbox; "
                              "use ThreadPoolExecutor")
