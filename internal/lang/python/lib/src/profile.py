"""A profiler: how often functions are called, and how long they run."""

import _profiling
from _profiling import run, runctx

__all__ = ["run", "runctx", "Profile"]


class Profile(_profiling.Profile):
    """How often functions are called, and how long they run."""

    def __init__(self, timer=None, bias=None):
        super().__init__(timer)

    def calibrate(self, m, verbose=0):
        """What the profiler itself costs: that is not known."""
        return 0.0
