"""SQLite databases, by way of Python's DB-API 2.0."""

from sqlite3.dbapi2 import *


def __getattr__(name):
    if name != "OptimizedUnicode":
        raise AttributeError(f"module 'sqlite3' has no attribute '{name}'")
    import warnings
    warnings.warn("OptimizedUnicode is deprecated and will be removed in Python 3.12. "
                  "Since Python 3 it has simply been an alias for 'str'.", DeprecationWarning, stacklevel=2)
    return str
