"""Scanners of JSON."""

import re

__all__ = ["make_scanner"]

NUMBER_RE = re.compile(r"(-?(?:0|[1-9]\d*))(\.\d+)?([eE][-+]?\d+)?", re.VERBOSE | re.MULTILINE | re.DOTALL)


def make_scanner(context):
    """A function that reads the value at an index of a text."""
    return context.scan_once
