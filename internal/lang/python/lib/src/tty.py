"""Modes of terminals. A program has none, so that the functions fail as they do for a file."""

import termios

__all__ = ["setraw", "setcbreak"]
IFLAG, OFLAG, CFLAG, LFLAG, ISPEED, OSPEED, CC = range(7)


def setraw(fd, when=termios.TCSAFLUSH):
    """Have a terminal hand over each key as it is."""
    termios.tcgetattr(fd)


def setcbreak(fd, when=termios.TCSAFLUSH):
    """Have a terminal hand over each key at once."""
    termios.tcgetattr(fd)
