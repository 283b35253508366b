"""Numbers of regular expressions."""

from re import error

__all__ = ["MAXREPEAT", "MAXGROUPS", "error"]

MAXREPEAT = 4294967295
MAXGROUPS = 2147483647
