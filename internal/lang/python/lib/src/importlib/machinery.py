"""What modules are found with."""

import sys

from importlib.abc import FileLoader, SourceLoader
from importlib.util import ModuleSpec
from _module_specs import BuiltinImporter, NamespaceLoader

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

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def load_module(self, name=None):
        """Load the module the old way."""
        self._check(name)
        return super().load_module(self.name)


SourceFileLoader.__module__ = "_frozen_importlib_external"


class FileFinder:
    """Finds the modules of a folder: of files that were granted, or that came with the program."""

    def __init__(self, path, *loader_details):
        import os
        self.path = "." if not path or path == "." else os.fsdecode(path)
        self._loaders = [(suffix, loader) for loader, suffixes in loader_details for suffix in suffixes] or [(".py", SourceFileLoader)]

    def __repr__(self):
        return f"FileFinder({self.path!r})"

    @classmethod
    def path_hook(cls, *loader_details):
        """A function for sys.path_hooks."""
        def path_hook_for_FileFinder(path):
            import os
            if not os.path.isdir(path or "."):
                raise ImportError("only directories are supported", path=path)
            return cls(path, *loader_details)
        return path_hook_for_FileFinder

    def invalidate_caches(self):
        """There are none."""

    def find_spec(self, fullname, target=None):
        """What is known of a module, or None; of a folder without an __init__.py only where it is."""
        import os
        from importlib.util import spec_from_file_location
        base = os.path.join(os.path.abspath(self.path), fullname.rpartition(".")[2])
        for suffix, loader in self._loaders:
            for place, folder in ((f"{base}/__init__{suffix}", [base]), (base + suffix, None)):
                if _is_file(place):
                    return spec_from_file_location(fullname, place, loader=loader(fullname, place), submodule_search_locations=folder)
        if not _is_folder(base):
            return None
        spec = ModuleSpec(fullname, None, is_package=True)
        spec.submodule_search_locations.append(base)
        return spec

    def find_module(self, fullname, path=None):
        """The loader of a module, or None."""
        spec = self.find_spec(fullname)
        return None if spec is None else spec.loader


def _is_file(path):
    import os
    from _sources import file
    return file(path) is not None or os.path.isfile(path)


def _is_folder(path):
    import os
    from _sources import modules
    return bool(modules(path)) or os.path.isdir(path)
