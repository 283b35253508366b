"""The modules of packages."""

import collections

ModuleInfo = collections.namedtuple("ModuleInfo", "module_finder name ispkg")


def iter_modules(path=None, prefix=""):
    """Which modules there are isn't known."""
    return iter(())


def walk_packages(path=None, prefix="", onerror=None):
    """Which packages there are isn't known."""
    return iter(())


def extend_path(path, name):
    return path


def get_data(package, resource):
    """There are only modules."""
    return None


def resolve_name(name):
    """The object that a name such as package.module:attribute is of."""
    import importlib
    module, colon, rest = name.partition(":")
    if colon:
        found = importlib.import_module(module)
        parts = rest.split(".") if rest else []
    else:
        parts = name.split(".")
        found = importlib.import_module(parts.pop(0))
        module = found.__name__
        while parts:
            try:
                found = importlib.import_module(f"{module}.{parts[0]}")
            except ImportError:
                break
            module = f"{module}.{parts.pop(0)}"
    for part in parts:
        found = getattr(found, part)
    return found
