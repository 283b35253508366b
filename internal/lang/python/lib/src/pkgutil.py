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


def get_importer(path_item):
    """What finds the modules of a place of sys.path, or None."""
    import os
    from _path_finder import _finder
    return _finder(os.fsdecode(path_item))


def iter_modules(path=None, prefix=""):
    """The modules and packages in folders, or in those of sys.path."""
    import sys
    if isinstance(path, str):
        raise ValueError("path must be None or list of paths to look for modules in")
    seen = set()
    for place in sys.path if path is None else path:
        finder, found = _modules(place)
        for name, is_package in found:
            if name not in seen:
                seen.add(name)
                yield ModuleInfo(finder, prefix + name, is_package)


def _modules(place):
    """What finds the modules of a place, and (name, whether it is a package) of each, by name."""
    from importlib.machinery import FileFinder as Folder
    from _sources import modules
    came = dict(modules(place))
    finder = get_importer(place)
    if came:
        return FileFinder(place), sorted({**dict(_in_folder(place)), **came}.items())
    if isinstance(finder, Folder):
        return finder, _in_folder(finder.path)
    if _is_archive(finder):
        return finder, _in_archive(finder)
    return finder, finder.iter_modules("") if hasattr(finder, "iter_modules") else ()


def _module_name(file):
    """The name that a file's module has, or None."""
    return file[:-3] if file.endswith(".py") and len(file) > 3 else None


def _in_folder(folder):
    import os
    seen = {"__init__"}
    for file in _listed(folder):
        name, is_package = _module_name(file), False
        if not name and "." not in file and "__init__.py" in _listed(os.path.join(folder, file)):
            name, is_package = file, True
        if name and "." not in name and name not in seen:
            seen.add(name)
            yield name, is_package


def _listed(folder):
    """The names in a folder; none of what isn't one, or isn't granted."""
    import os
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def _is_archive(finder):
    import sys
    archives = sys.modules.get("zipimport")
    return archives is not None and isinstance(finder, archives.zipimporter)


def _in_archive(finder):
    seen = {"__init__"}
    for file in sorted(finder._files):
        if not file.startswith(finder.prefix):
            continue
        parts = file[len(finder.prefix):].split("/")
        if len(parts) == 2 and parts[1].startswith("__init__.py"):
            name = parts[0]
        elif len(parts) == 1:
            name = _module_name(parts[0])
            if not name or "." in name:
                continue
        else:
            continue
        if name not in seen:
            seen.add(name)
            yield name, len(parts) == 2


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
    """The bytes of a file beside the modules of a package, or None where it isn't known where that is."""
    import importlib
    import os
    module = importlib.import_module(package)
    place = getattr(module, "__file__", None)
    if place is None:
        return None
    path = os.path.join(os.path.dirname(place), *resource.split("/"))
    loader = getattr(module, "__loader__", None)
    if not hasattr(loader, "get_data"):
        from importlib.machinery import SourceFileLoader
        loader = SourceFileLoader(package, place)
    return loader.get_data(path)


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
