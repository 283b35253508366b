"""What modules are found with."""

import sys

from importlib.abc import FileLoader, SourceLoader
from importlib.util import ModuleSpec

SOURCE_SUFFIXES = [".py"]
BYTECODE_SUFFIXES = [".pyc"]
DEBUG_BYTECODE_SUFFIXES = OPTIMIZED_BYTECODE_SUFFIXES = BYTECODE_SUFFIXES
EXTENSION_SUFFIXES = []

PathFinder = next((finder for finder in sys.meta_path if getattr(finder, "__name__", "") == "PathFinder"), None)


def all_suffixes():
    """The ends of names of files that are modules."""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class SourceFileLoader(FileLoader, SourceLoader):
    """Loads the module of a file."""

    def _check(self, name):
        if name is not None and name != self.name:
            raise ImportError("loader for %s cannot handle %s" % (self.name, name), name=name)

    def get_filename(self, name=None):
        """Where the module is."""
        self._check(name)
        return self.path

    def is_package(self, fullname):
        """Whether it is a package's."""
        return self.path.rpartition("/")[2] == "__init__.py" and fullname.rpartition(".")[2] != "__init__"

    def load_module(self, name=None):
        """Load the module the old way."""
        self._check(name)
        return super().load_module(self.name)
