"""Finding and making modules, as it was done before importlib."""

import importlib
import importlib.util
import sys
import types
import warnings

warnings.warn("the imp module is deprecated in favour of importlib and slated for removal in Python 3.12; "
              "see the module's documentation for alternative uses", DeprecationWarning, stacklevel=2)

SEARCH_ERROR, PY_SOURCE, PY_COMPILED, C_EXTENSION, PY_RESOURCE, PKG_DIRECTORY, C_BUILTIN, PY_FROZEN, PY_CODERESOURCE, IMP_HOOK = range(10)


def new_module(name):
    """An empty module."""
    return types.ModuleType(name)


def get_suffixes():
    """The endings of modules' files."""
    return [(".py", "r", PY_SOURCE)]


def get_magic():
    """The number of compiled files, which there are none of."""
    return importlib.util.MAGIC_NUMBER


def get_tag():
    return "cpython-311"


def cache_from_source(path, debug_override=None):
    """Where the compiled form of a source would be."""
    return importlib.util.cache_from_source(path)


def source_from_cache(path):
    """The source of a compiled form."""
    return importlib.util.source_from_cache(path)


def acquire_lock():
    """Without effect: modules are imported one at a time."""


def release_lock():
    """Without effect."""


def lock_held():
    return False


def is_builtin(name):
    """1 for the modules of the interpreter."""
    return int(name in sys.builtin_module_names)


def is_frozen(name):
    return False


def reload(module):
    """Run a module's source again."""
    return importlib.reload(module)


def load_source(name, pathname, file=None):
    """The module of a file."""
    with open(pathname, encoding="utf-8") as f:
        source = f.read()
    module = types.ModuleType(name)
    module.__file__ = pathname
    sys.modules[name] = module
    exec(compile(source, pathname, "exec"), module.__dict__)
    return sys.modules[name]


def find_module(name, path=None):
    """(file, path, description) of a module's file, by the path of the program's modules."""
    import os
    for directory in sys.path if path is None else path:
        for ending, kind in (("/__init__.py", PKG_DIRECTORY), (".py", PY_SOURCE)):
            file = os.path.join(directory, name) + ending
            try:
                if os.path.isfile(file):
                    if kind == PKG_DIRECTORY:
                        return None, os.path.dirname(file), ("", "", PKG_DIRECTORY)
                    return open(file, encoding="utf-8"), file, (".py", "r", PY_SOURCE)
            except OSError:
                pass
    raise ImportError("No module named {!r}".format(name), name=name)


def load_module(name, file, filename, details):
    """The module that find_module has found."""
    kind = details[2]
    if kind == PY_SOURCE:
        return load_source(name, filename, file)
    if kind == PKG_DIRECTORY:
        module = load_source(name, filename + "/__init__.py")
        module.__path__ = [filename]
        return module
    raise ImportError("Don't know how to import {} (type code {})".format(name, kind), name=name)


class NullImporter:
    """Finds nothing."""

    def __init__(self, path):
        if path == "":
            raise ImportError("empty pathname", path="")

    def find_module(self, fullname):
        return None
