"""Installed packages, of which there are none."""

ENABLE_USER_SITE = False
USER_SITE = USER_BASE = None
PREFIXES = ["/usr"]


def addsitedir(sitedir, known_paths=None):
    """Have modules be looked for in a directory, too."""
    import os
    import sys
    sitedir = os.path.abspath(sitedir)
    if sitedir not in sys.path:
        sys.path.append(sitedir)
    return known_paths


def getsitepackages(prefixes=None):
    return []


def getusersitepackages():
    return ""
