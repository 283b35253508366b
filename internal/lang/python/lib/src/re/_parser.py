"""How long a text is that a regular expression matches; what else there is of it, the engine keeps."""

from re import _width, error
from re._constants import MAXGROUPS, MAXREPEAT

MAXWIDTH = 1 << 64


class SubPattern:
    """A regular expression that is correct."""

    def __init__(self, least, most, groups):
        self.width = least, MAXWIDTH if most >= MAXREPEAT else most
        self.groups = groups

    def getwidth(self):
        """The numbers of characters that it matches at least and at most."""
        return self.width


def parse(str, flags=0, state=None):
    return SubPattern(*_width(str, flags))
