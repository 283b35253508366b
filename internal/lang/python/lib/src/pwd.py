"""The users that there are: one, whose it is that a program runs in a sandbox."""

from collections import namedtuple as _namedtuple

struct_passwd = _namedtuple("struct_passwd", "pw_name pw_passwd pw_uid pw_gid pw_gecos pw_dir pw_shell")
struct_passwd.__module__ = "pwd"
struct_passwd.__repr__ = lambda self: "pwd.struct_passwd(" + ", ".join("%s=%r" % pair for pair in zip(self._fields, self)) + ")"
_only = struct_passwd("sandbox", "x", 65534, 65534, "", "/", "/bin/false")


def getpwuid(uid, /):
    """The user of a number."""
    import os
    if not isinstance(uid, int):
        raise TypeError("uid should be integer, not " + type(uid).__name__)
    if uid != os.getuid():
        raise KeyError("getpwuid(): uid not found: %d" % uid)
    return _only._replace(pw_uid=uid, pw_gid=os.getgid())


def getpwnam(name, /):
    """The user of a name."""
    import os
    if name != _only.pw_name:
        raise KeyError("getpwnam(): name not found: %r" % name)
    return getpwuid(os.getuid())


def getpwall():
    """All users."""
    import os
    return [getpwuid(os.getuid())]
