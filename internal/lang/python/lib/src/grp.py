"""The groups that there are: one, whose it is that a program runs in a sandbox."""

from collections import namedtuple as _namedtuple

struct_group = _namedtuple("struct_group", "gr_name gr_passwd gr_gid gr_mem")
struct_group.__module__ = "grp"
struct_group.__repr__ = lambda self: "grp.struct_group(" + ", ".join("%s=%r" % pair for pair in zip(self._fields, self)) + ")"
_only = struct_group("sandbox", "x", 65534, [])


def getgrgid(id):
    """The group of a number."""
    import os
    if not isinstance(id, int):
        raise TypeError("group id must be int, not " + type(id).__name__)
    if id != os.getgid():
        raise KeyError("getgrgid(): gid not found: %d" % id)
    return _only._replace(gr_gid=id)


def getgrnam(name):
    """The group of a name."""
    import os
    if name != _only.gr_name:
        raise KeyError("getgrnam(): name not found: %r" % name)
    return getgrgid(os.getgid())


def getgrall():
    """All groups."""
    import os
    return [getgrgid(os.getgid())]
