"""Modules in the places of sys.path: folders with files that were granted or that came with the program, archives,
and what a program's own hooks in sys.path_hooks know how to read."""

import sys


def find_spec(fullname, path=None, target=None):
    """What is known of a module, or None. A folder that has neither it nor an __init__.py is a part of a namespace."""
    portions = []
    for entry in list(sys.path if path is None else path):
        if not isinstance(entry, str):
            continue
        spec = _ask(_finder(entry), fullname)
        if spec is None:
            continue
        if spec.loader is not None:
            return spec
        portions += spec.submodule_search_locations or []
    if not portions:
        return None
    from importlib.util import ModuleSpec
    spec = ModuleSpec(fullname, None, is_package=True)
    spec.submodule_search_locations += portions
    return spec


def _finder(entry):
    if entry == "":
        entry = "."
    known = sys.path_importer_cache
    if entry not in known:
        known[entry] = _make(entry)
    return known[entry]


def _make(entry):
    for hook in [*sys.path_hooks, _archive, _folder]:
        try:
            return hook(entry)
        except ImportError:
            pass
    return None


def _archive(entry):
    import os
    if os.path.isdir(entry) or "." not in entry.lstrip("."):
        raise ImportError("not an archive", path=entry)
    from zipimport import zipimporter
    return zipimporter(entry)


def _folder(entry):
    from importlib.machinery import FileFinder
    return FileFinder(entry)


def _ask(finder, fullname):
    if finder is None:
        return None
    if hasattr(finder, "find_spec"):
        return finder.find_spec(fullname)
    if not hasattr(finder, "find_module"):
        return None
    loader = finder.find_module(fullname)
    if loader is None:
        return None
    from importlib.util import spec_from_loader
    return spec_from_loader(fullname, loader)
