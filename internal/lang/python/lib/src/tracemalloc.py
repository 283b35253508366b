"""Memory by where it was allocated. Nobody counts that here: all is empty."""

__all__ = ["start", "stop", "is_tracing", "get_traced_memory", "get_tracemalloc_memory", "get_traceback_limit", "reset_peak", "clear_traces",
           "take_snapshot", "get_object_traceback", "Snapshot", "Filter", "DomainFilter"]

_tracing = False
_limit = 1


def start(nframe=1):
    """Begin to trace, as far as the other functions show."""
    global _tracing, _limit
    if nframe < 1:
        raise ValueError("the number of frames must be in range [1; 65535]")
    _tracing, _limit = True, nframe


def stop():
    """Trace no more."""
    global _tracing
    _tracing = False


def is_tracing():
    """Whether start was called."""
    return _tracing


def get_traced_memory():
    """The bytes now and at most: none."""
    return 0, 0


def get_tracemalloc_memory():
    """The bytes that tracing takes: none."""
    return 0


def get_traceback_limit():
    """What start was given."""
    return _limit


def reset_peak():
    """There is no peak."""


def clear_traces():
    """There are no traces."""


def get_object_traceback(obj):
    """Where an object was allocated, which nobody knows."""
    return None


class Filter:
    """Which traces are kept."""

    def __init__(self, inclusive, filename_pattern, lineno=None, all_frames=False, domain=None):
        self.inclusive, self.filename_pattern, self.lineno = inclusive, filename_pattern, lineno
        self.all_frames, self.domain = all_frames, domain


class DomainFilter:
    """Which traces are kept."""

    def __init__(self, inclusive, domain):
        self.inclusive, self.domain = inclusive, domain


class Snapshot:
    """Traces: none."""

    def __init__(self, traces=(), traceback_limit=1):
        self.traces, self.traceback_limit = tuple(traces), traceback_limit

    def filter_traces(self, filters):
        """The traces that filters keep."""
        return Snapshot(self.traces, self.traceback_limit)

    def statistics(self, key_type, cumulative=False):
        """The traces in groups."""
        if key_type not in ("traceback", "filename", "lineno"):
            raise ValueError(f"unknown key_type: {key_type!r}")
        return []

    def compare_to(self, old_snapshot, key_type, cumulative=False):
        """How groups of traces differ from earlier ones."""
        return self.statistics(key_type, cumulative)


def take_snapshot():
    """The traces now."""
    if not _tracing:
        raise RuntimeError("the tracemalloc module must be tracing memory allocations to take a snapshot")
    return Snapshot(traceback_limit=_limit)
