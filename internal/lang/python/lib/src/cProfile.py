"""A profiler: how often functions are called, and how long they run."""

from _profiling import Profile, run, runctx

__all__ = ["run", "runctx", "Profile"]

Profile.__module__ = "cProfile"
