"""The modules of packages."""

import collections

ModuleInfo = collections.namedtuple("ModuleInfo", "module_finder name ispkg")


class FileFinder:
    """What iter_modules has found a module in: a folder."""

    def __init__(self, path):
        self.path = path

    def __repr__(self):
        return f"FileFinder({self.path!r})"

    def _full_name(self, name):
        import sys
        for package, module in list(sys.modules.items()):
            if self.path in getattr(module, "__path__", ()):
                return f"{package}.{name}"
        return name

    def find_spec(self, name, target=None):
        import importlib.util
        return importlib.util.find_spec(name if "." in name else self._full_name(name))

    def find_module(self, name):
        return self

    def load_module(self, name):
        import importlib
        return importlib.import_module(name if "." in name else self._full_name(name))


def iter_modules(path=None, prefix=""):
    """The modules and packages in folders, or in those of sys.path."""
    import sys
    from _sources import modules
    if isinstance(path, str):
        raise ValueError("path must be None or list of paths to look for modules in")
    seen = set()
    for folder in sys.path if path is None else path:
        finder = FileFinder(folder)
        for name, is_package in modules(folder):
            if name not in seen:
                seen.add(name)
                yield ModuleInfo(finder, prefix + name, is_package)


def walk_packages(path=None, prefix="", onerror=None):
    """iter_modules, and the modules of the packages, which are imported."""
    import sys
    for info in iter_modules(path, prefix):
        yield info
        if not info.ispkg:
            continue
        try:
            __import__(info.name)
        except ImportError:
            if onerror is not None:
                onerror(info.name)
        except Exception:
            if onerror is None:
                raise
            onerror(info.name)
        else:
            inner = getattr(sys.modules[info.name], "__path__", None) or []
            yield from walk_packages(inner, info.name + ".", onerror)


def extend_path(path, name):
    return path


def get_data(package, resource):
    """The bytes of a file beside a package's sources; None of a package that has no file."""
    import importlib
    import os
    file = getattr(importlib.import_module(package), "__file__", None)
    if file is None:
        return None
    with open(os.path.join(os.path.dirname(file), *resource.split("/")), "rb") as f:
        return f.read()


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
