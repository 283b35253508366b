"""The system's log, which a program in a sandbox can't write to."""

(LOG_EMERG, LOG_ALERT, LOG_CRIT, LOG_ERR, LOG_WARNING, LOG_NOTICE, LOG_INFO, LOG_DEBUG) = range(8)
(LOG_KERN, LOG_USER, LOG_MAIL, LOG_DAEMON, LOG_AUTH, LOG_SYSLOG, LOG_LPR, LOG_NEWS, LOG_UUCP, LOG_CRON, LOG_AUTHPRIV) = range(0, 88, 8)
(LOG_LOCAL0, LOG_LOCAL1, LOG_LOCAL2, LOG_LOCAL3, LOG_LOCAL4, LOG_LOCAL5, LOG_LOCAL6, LOG_LOCAL7) = range(128, 192, 8)
LOG_PID, LOG_CONS, LOG_ODELAY, LOG_NDELAY, LOG_NOWAIT, LOG_PERROR = 1, 2, 4, 8, 16, 32


def LOG_MASK(pri, /):
    """The bit of a priority."""
    return 1 << pri


def LOG_UPTO(pri, /):
    """The bits of the priorities up to one."""
    return (1 << pri + 1) - 1


def setlogmask(maskpri, /):
    """Without effect."""
    return 255


def _refuse(*args, **kwargs):
    raise PermissionError("syslog: a program in a sandbox can't write to the system's log")


syslog = openlog = _refuse


def closelog():
    """Without effect."""
