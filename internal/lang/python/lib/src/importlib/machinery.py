"""What modules are found with."""

import sys

from importlib.util import ModuleSpec

SOURCE_SUFFIXES = [".py"]
BYTECODE_SUFFIXES = [".pyc"]
DEBUG_BYTECODE_SUFFIXES = OPTIMIZED_BYTECODE_SUFFIXES = BYTECODE_SUFFIXES
EXTENSION_SUFFIXES = []

PathFinder = next((finder for finder in sys.meta_path if getattr(finder, "__name__", "") == "PathFinder"), None)


def all_suffixes():
    """The ends of names of files that are modules."""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES
