"""What finders and loaders of modules are to have."""

import abc

__all__ = ["Loader", "MetaPathFinder", "PathEntryFinder", "ResourceLoader", "InspectLoader", "ExecutionLoader", "FileLoader", "SourceLoader",
           "ResourceReader", "Traversable", "TraversableResources"]


class Loader(metaclass=abc.ABCMeta):
    """Runs modules."""

    def create_module(self, spec):
        """A module of its own, or None."""
        return None

    def load_module(self, fullname):
        """Load a module the old way."""
        if not hasattr(self, "exec_module"):
            raise ImportError
        import sys
        from importlib.util import module_from_spec, spec_from_loader

        module = sys.modules.get(fullname)
        if module is None:
            module = sys.modules[fullname] = module_from_spec(spec_from_loader(fullname, self))
        try:
            self.exec_module(module)
        except BaseException:
            sys.modules.pop(fullname, None)
            raise
        return sys.modules[fullname]


class MetaPathFinder(metaclass=abc.ABCMeta):
    """Finds modules: of sys.meta_path."""

    def invalidate_caches(self):
        """There are none."""


class PathEntryFinder(metaclass=abc.ABCMeta):
    """Finds modules in a place."""

    def invalidate_caches(self):
        """There are none."""


class ResourceLoader(Loader):
    """Reads files beside modules."""

    @abc.abstractmethod
    def get_data(self, path):
        """The bytes of a file."""
        raise OSError


class InspectLoader(Loader):
    """Has the sources of modules."""

    def is_package(self, fullname):
        """Whether a module is a package."""
        raise ImportError

    def get_code(self, fullname):
        """A module's code."""
        source = self.get_source(fullname)
        return None if source is None else self.source_to_code(source)

    @abc.abstractmethod
    def get_source(self, fullname):
        """A module's source."""
        raise ImportError

    @staticmethod
    def source_to_code(data, path="<string>"):
        """The code of a source."""
        return compile(data, path, "exec", dont_inherit=True)

    def exec_module(self, module):
        """Run a module."""
        code = self.get_code(module.__name__)
        if code is None:
            raise ImportError("cannot load module {!r} when get_code() returns None".format(module.__name__))
        exec(code, module.__dict__)


class ExecutionLoader(InspectLoader):
    """Has the sources of modules, and knows where they are."""

    @abc.abstractmethod
    def get_filename(self, fullname):
        """Where a module is."""
        raise ImportError

    def get_code(self, fullname):
        """A module's code."""
        source = self.get_source(fullname)
        if source is None:
            return None
        try:
            return self.source_to_code(source, self.get_filename(fullname))
        except ImportError:
            return self.source_to_code(source)


class FileLoader(ResourceLoader, ExecutionLoader):
    """Loads a module of a file."""

    def __init__(self, fullname, path):
        self.name, self.path = fullname, path

    def get_filename(self, name=None):
        """Where the module is."""
        return self.path

    def get_data(self, path):
        """The bytes of a file that was granted, or that came with the program."""
        from _sources import file as given, text as library
        text = given(path)
        if text is None and str(path).startswith("/usr/lib/python3.11/"):
            text = library(path)
        if text is not None:
            return text.encode()
        with open(path, "rb") as file:
            return file.read()


class SourceLoader(ResourceLoader, ExecutionLoader):
    """Loads modules of sources that are read as files."""

    def get_source(self, fullname):
        """A module's source."""
        try:
            return self._decoded(fullname)
        except OSError as e:
            raise ImportError("source not available through get_data()", name=fullname) from e

    def _decoded(self, fullname):
        import io
        from tokenize import detect_encoding
        data = io.BytesIO(self.get_data(self.get_filename(fullname)))
        encoding, _ = detect_encoding(data.readline)
        data.seek(0)
        return io.TextIOWrapper(data, encoding).read()

    def get_code(self, fullname):
        """A module's code."""
        path = self.get_filename(fullname)
        return self.source_to_code(self.get_data(path), path)


def __getattr__(name):
    if name in ("ResourceReader", "Traversable", "TraversableResources"):
        from importlib.resources import abc as resources
        return getattr(resources, name)
    raise AttributeError(f"module 'importlib.abc' has no attribute {name!r}")
