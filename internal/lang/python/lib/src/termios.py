"""Terminals. A program has none: what is asked of one fails as it does for a file."""

import errno as _errno
import os as _os

TCSANOW, TCSADRAIN, TCSAFLUSH = 0, 1, 2
TCIFLUSH, TCOFLUSH, TCIOFLUSH = 0, 1, 2
TCOOFF, TCOON, TCIOFF, TCION = 0, 1, 2, 3
IGNBRK, BRKINT, IGNPAR, PARMRK, INPCK, ISTRIP, INLCR, IGNCR, ICRNL, IXON, IXOFF = 1, 2, 4, 8, 16, 32, 64, 128, 256, 1024, 4096
OPOST, ONLCR = 1, 4
CSIZE, CS5, CS6, CS7, CS8 = 48, 0, 16, 32, 48
CSTOPB, CREAD, PARENB, PARODD, HUPCL, CLOCAL = 64, 128, 256, 512, 1024, 2048
ISIG, ICANON, ECHO, ECHOE, ECHOK, ECHONL, NOFLSH, TOSTOP, IEXTEN = 1, 2, 8, 16, 32, 64, 128, 256, 32768
VINTR, VQUIT, VERASE, VKILL, VEOF, VTIME, VMIN, VSTART, VSTOP, VSUSP = 0, 1, 2, 3, 4, 5, 6, 8, 9, 10
B0, B9600, B19200, B38400, B115200 = 0, 13, 14, 15, 4098
NCCS = 32
TIOCSTI, TIOCGWINSZ, TIOCSWINSZ, FIONREAD = 21522, 21523, 21524, 21531


class error(Exception):
    """What a file that is no terminal can't do."""


def _refuse(fd):
    if not isinstance(fd, int):
        if not hasattr(fd, "fileno"):
            raise TypeError("argument must be an int, or have a fileno() method.")
        fd = fd.fileno()
    if fd < 0:
        raise ValueError(f"file descriptor cannot be a negative integer ({fd})")
    try:
        _os.fstat(fd)
    except OSError:
        if fd > 2:
            raise error(_errno.EBADF, _os.strerror(_errno.EBADF)) from None
    raise error(_errno.ENOTTY, _os.strerror(_errno.ENOTTY))


def tcgetattr(fd, /):
    """The modes of a terminal."""
    _refuse(fd)


def tcsetattr(fd, when, attributes, /):
    """Set the modes of a terminal."""
    if not isinstance(attributes, list) or len(attributes) != 7:
        raise TypeError("tcsetattr, arg 3: must be 7 element list")
    _refuse(fd)


def tcsendbreak(fd, duration, /):
    """Send a break."""
    _refuse(fd)


def tcdrain(fd, /):
    """Wait until all is written."""
    _refuse(fd)


def tcflush(fd, queue, /):
    """Forget what isn't read or written yet."""
    _refuse(fd)


def tcflow(fd, action, /):
    """Stop or go on."""
    _refuse(fd)


def tcgetwinsize(fd, /):
    """Rows and columns."""
    _refuse(fd)


def tcsetwinsize(fd, winsize, /):
    """Set rows and columns."""
    _refuse(fd)
