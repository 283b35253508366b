"""Looking for modules."""

import sys


class ModuleSpec:
    """What is known of a module that can be imported."""

    def __init__(self, name, loader=None, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.submodule_search_locations = [] if is_package else None

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


def module_from_spec(spec):
    """An empty module."""
    import types
    return types.ModuleType(spec.name)
