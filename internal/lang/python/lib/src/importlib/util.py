"""Looking for modules."""

import sys


class ModuleSpec:
    """What is known of a module that can be imported."""

    def __init__(self, name, loader=None, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self.has_location = False
        self.cached = None

    @property
    def parent(self):
        """The package that relative imports begin at."""
        return self.name.rpartition(".")[0] if self.submodule_search_locations is None else self.name

    def __repr__(self):
        return f"ModuleSpec(name={self.name!r}, loader={self.loader!r}, origin={self.origin!r})"


def find_spec(name, package=None):
    """What is known of a module, or None where there is none. It is imported on the way."""
    import importlib
    if name not in sys.modules:
        try:
            importlib.import_module(name, package)
        except ModuleNotFoundError as e:
            if e.name == name or name.startswith(str(e.name) + "."):
                return None
            raise
    module = sys.modules[name]
    return ModuleSpec(name, origin=getattr(module, "__file__", "built-in"), is_package=hasattr(module, "__path__"))


def resolve_name(name, package):
    """A name without dots before it."""
    if not name.startswith("."):
        return name
    rest = name.lstrip(".")
    base = package.rsplit(".", len(name) - len(rest) - 1)[0]
    return f"{base}.{rest}" if rest else base


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """What is known of a module of a loader."""
    if is_package is None:
        try:
            is_package = loader.is_package(name)
        except (AttributeError, ImportError):
            is_package = False
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def module_from_spec(spec):
    """An empty module."""
    import types
    module = None
    if hasattr(spec.loader, "create_module"):
        module = spec.loader.create_module(spec)
    if module is None:
        module = types.ModuleType(spec.name)
    module.__spec__, module.__loader__, module.__package__ = spec, spec.loader, spec.parent
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    return module


def cache_from_source(path, debug_override=None, *, optimization=None):
    """The name that CPython gives to a compiled file. Here none is written."""
    import os
    folder, name = os.path.split(os.fspath(path))
    base, dot, rest = name.rpartition(".")
    suffix = "" if optimization is None or optimization == "" else str(optimization)
    if suffix and not suffix.isalnum():
        raise ValueError(f"{suffix!r} is not alphanumeric")
    name = f"{base or rest}.cpython-311{'.opt-' + suffix if suffix else ''}.pyc"
    return os.path.join(folder, "__pycache__", name)


def source_from_cache(path):
    """The name of the source of a compiled file, by its name."""
    import os
    folder, name = os.path.split(os.fspath(path))
    folder, cache = os.path.split(folder)
    if cache != "__pycache__":
        raise ValueError(f"__pycache__ not bottom-level directory in {path!r}")
    if name.count(".") not in (2, 3):
        raise ValueError(f"expected only 2 or 3 dots in {name!r}")
    return os.path.join(folder, name.partition(".")[0] + ".py")
