"""Installed packages, of which there are none."""

ENABLE_USER_SITE = False
USER_SITE = USER_BASE = None
PREFIXES = ["/usr"]


def getsitepackages(prefixes=None):
    return []


def getusersitepackages():
    return ""
