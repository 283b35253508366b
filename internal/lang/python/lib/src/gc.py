"""Collecting what nobody has any more, which goes on by itself."""

DEBUG_STATS, DEBUG_COLLECTABLE, DEBUG_UNCOLLECTABLE, DEBUG_SAVEALL, DEBUG_LEAK = 1, 2, 4, 32, 38
callbacks = []
garbage = []
_enabled = True
_threshold = (700, 10, 10)


def enable():
    """Have it enabled, which changes nothing."""
    global _enabled
    _enabled = True


def disable():
    """Have it disabled, which changes nothing."""
    global _enabled
    _enabled = False


def isenabled():
    """Report what was asked for."""
    return _enabled


def collect(generation=2):
    """Collect now. How much isn't known."""
    import _weakrefs
    _weakrefs._collect()
    return 0


def get_count():
    return (0, 0, 0)


def get_threshold():
    return _threshold


def set_threshold(threshold0, threshold1=10, threshold2=10):
    global _threshold
    _threshold = (threshold0, threshold1, threshold2)


def get_stats():
    return [{"collections": 0, "collected": 0, "uncollectable": 0} for _ in range(3)]


def get_objects(generation=None):
    return []


def get_referrers(*objs):
    return []


get_referents = get_referrers


def is_tracked(obj):
    return not isinstance(obj, (int, float, str, bytes, bool, type(None)))


def is_finalized(obj):
    return False


def get_debug():
    return 0


def set_debug(flags):
    pass


def freeze():
    pass


unfreeze = freeze


def get_freeze_count():
    return 0
