"""What is known of modules, and what the machine's own are loaded by."""

import sys


class ModuleSpec:
    """What is known of a module that can be imported."""

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self._uninitialized_submodules = []
        self._set_fileattr = False
        self._cached = None

    @property
    def parent(self):
        """The package that relative imports begin at."""
        return self.name.rpartition(".")[0] if self.submodule_search_locations is None else self.name

    @property
    def has_location(self):
        """Whether origin is a place."""
        return self._set_fileattr

    @has_location.setter
    def has_location(self, value):
        self._set_fileattr = bool(value)

    @property
    def cached(self):
        """Where the compiled form would be."""
        if self._cached is None and self.has_location and str(self.origin).endswith(".py"):
            from importlib.util import cache_from_source
            self._cached = cache_from_source(self.origin)
        return self._cached

    @cached.setter
    def cached(self, value):
        self._cached = value

    def __repr__(self):
        facts = [f"name={self.name!r}", f"loader={self.loader!r}"]
        if self.origin is not None:
            facts.append(f"origin={self.origin!r}")
        if self.submodule_search_locations is not None:
            facts.append(f"submodule_search_locations={self.submodule_search_locations}")
        return f"{self.__class__.__name__}({', '.join(facts)})"

    def __eq__(self, other):
        facts = "name", "loader", "origin", "submodule_search_locations", "cached", "has_location"
        try:
            return all(getattr(self, fact) == getattr(other, fact) for fact in facts)
        except AttributeError:
            return NotImplemented


class BuiltinImporter:
    """Has the modules that are in no file."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        """What is known of a module, or None."""
        from _sources import locate
        place = locate(fullname)
        return ModuleSpec(fullname, cls, origin="built-in", is_package=False) if place and not place[0] else None

    @staticmethod
    def create_module(spec):
        """The module itself."""
        if BuiltinImporter.find_spec(spec.name) is None:
            raise ImportError(f"{spec.name!r} is not a built-in module", name=spec.name)
        __import__(spec.name)
        return sys.modules[spec.name]

    @staticmethod
    def exec_module(module):
        """It has run."""

    @classmethod
    def load_module(cls, fullname):
        """Load a module the old way."""
        return cls.create_module(ModuleSpec(fullname, cls))

    @classmethod
    def get_code(cls, fullname):
        """There is none."""

    @classmethod
    def get_source(cls, fullname):
        """There is none."""

    @classmethod
    def is_package(cls, fullname):
        """It isn't one."""
        return False


class NamespaceLoader:
    """Stands for the loader of a package that is only folders."""

    def __init__(self, name, path, path_finder=None):
        self._path = path

    def is_package(self, fullname):
        return True

    def get_source(self, fullname):
        return ""

    def get_code(self, fullname):
        return compile("", "<string>", "exec", dont_inherit=True)

    def create_module(self, spec):
        """The usual one."""

    def exec_module(self, module):
        """There is nothing to run."""


ModuleSpec.__module__ = BuiltinImporter.__module__ = "_frozen_importlib"
NamespaceLoader.__module__ = "_frozen_importlib_external"


def spec(name, file, places):
    """What is known of a module in a file, in folders or in none of these."""
    if file:
        from importlib.util import spec_from_file_location
        from importlib.machinery import SourceFileLoader
        made = spec_from_file_location(name, file, loader=SourceFileLoader(name, file), submodule_search_locations=places)
        made.origin = file
        return made
    if places is None:
        return ModuleSpec(name, BuiltinImporter, origin="built-in", is_package=False)
    made = ModuleSpec(name, NamespaceLoader(name, places), is_package=True)
    made.submodule_search_locations = places
    return made


def describe(module):
    """Give a module what it was imported without."""
    names = module.__dict__
    made = spec(names["__name__"], names.get("__file__"), names.get("__path__"))
    names["__spec__"], names["__loader__"] = made, made.loader


def find(name, path=None, target=None):
    """What PathFinder finds: the program's modules and the library's, then those in sys.path or another path."""
    from _sources import locate
    place = locate(name)
    if place and place[0] and (path is None or place[0].rpartition("/")[0] in _folders(path, place[1])):
        return spec(name, place[0], [place[0].rpartition("/")[0]] if place[1] else None)
    import _path_finder
    return _path_finder.find_spec(name, path, target)


def _folders(path, is_package):
    """The places of a path, with a module's folder behind each where that is a package."""
    places = [str(entry) for entry in path]
    return places if not is_package else _Below(places)


class _Below:
    """The folders right below some places."""

    def __init__(self, places):
        self.places = places

    def __contains__(self, folder):
        return folder.rpartition("/")[0] in self.places
