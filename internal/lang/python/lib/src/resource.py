"""What a program uses, and its limits, as far as a program in a sandbox may know them."""

import time as _time
from collections import namedtuple as _namedtuple

RLIM_INFINITY = -1
(RLIMIT_CPU, RLIMIT_FSIZE, RLIMIT_DATA, RLIMIT_STACK, RLIMIT_CORE, RLIMIT_RSS, RLIMIT_NPROC, RLIMIT_NOFILE, RLIMIT_MEMLOCK, RLIMIT_AS,
 _LOCKS, RLIMIT_SIGPENDING, RLIMIT_MSGQUEUE, RLIMIT_NICE, RLIMIT_RTPRIO, RLIMIT_RTTIME) = range(16)
RLIMIT_OFILE = RLIMIT_NOFILE
RUSAGE_SELF, RUSAGE_CHILDREN, RUSAGE_THREAD = 0, -1, 1

error = OSError

struct_rusage = _namedtuple("struct_rusage", "ru_utime ru_stime ru_maxrss ru_ixrss ru_idrss ru_isrss ru_minflt ru_majflt ru_nswap "
                            "ru_inblock ru_oublock ru_msgsnd ru_msgrcv ru_nsignals ru_nvcsw ru_nivcsw")
struct_rusage.__module__ = "resource"
struct_rusage.__repr__ = lambda self: "resource.struct_rusage(" + ", ".join("%s=%r" % pair for pair in zip(self._fields, self)) + ")"


def getrusage(who, /):
    """The processor time; the rest isn't known, and zero."""
    if who not in (RUSAGE_SELF, RUSAGE_CHILDREN, RUSAGE_THREAD):
        raise ValueError("invalid who parameter")
    used = _time.process_time() if who != RUSAGE_CHILDREN else 0.0
    return struct_rusage(used, 0.0, *[0] * 14)


def _limit(resource):
    if not isinstance(resource, int):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(resource).__name__)
    if not 0 <= resource < 16:
        raise ValueError("invalid resource specified")


def getrlimit(resource, /):
    """None that the program could see: the daemon's aren't those of a process."""
    _limit(resource)
    return RLIM_INFINITY, RLIM_INFINITY


def setrlimit(resource, limits, /):
    """Refused."""
    _limit(resource)
    raise PermissionError("resource.setrlimit: the limits of this program are those of its request")


def getpagesize():
    """The size of a page, in bytes."""
    return 4096
