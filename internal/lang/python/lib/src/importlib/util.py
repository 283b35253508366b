"""Looking for modules."""

import sys

from _module_specs import ModuleSpec

MAGIC_NUMBER = b"\xa7\r\r\n"


def find_spec(name, package=None):
    """What is known of a module, or None where there is none; the package that it is in is imported."""
    full = name
    if name.startswith("."):
        if not package:
            raise ImportError(f"no package specified for {name!r} (required for relative module names)", name=name)
        full = resolve_name(name, package)
    if full not in sys.modules:
        return _found(full)
    module = sys.modules[full]
    if module is None:
        return None
    try:
        known = module.__spec__
    except AttributeError:
        raise ValueError(f"{name}.__spec__ is not set") from None
    if known is None:
        raise ValueError(f"{name}.__spec__ is None")
    return known


def _found(name):
    from _module_specs import BuiltinImporter
    above, path = name.rpartition(".")[0], None
    if above:
        parent = __import__(above, fromlist=["__path__"])
        try:
            path = parent.__path__
        except AttributeError as e:
            raise ModuleNotFoundError(f"__path__ attribute not found on {above!r} while trying to find {name!r}", name=name) from e
    for finder in [*sys.meta_path]:
        if finder.__class__ is type and finder.__name__ == "PathFinder":
            found = BuiltinImporter.find_spec(name)
            if found is not None:
                return found
        found = finder.find_spec(name, path, None) if hasattr(finder, "find_spec") else None
        if found is not None:
            return found
    return None


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
    if spec.has_location:
        module.__file__ = spec.origin
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    return module


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=None):
    """What is known of a module that is in a file."""
    import os
    from importlib.machinery import SOURCE_SUFFIXES, SourceFileLoader
    if location is None:
        location = loader.get_filename(name) if hasattr(loader, "get_filename") else "<unknown>"
    else:
        location = os.path.abspath(os.fspath(location))
    if loader is None:
        if not location.endswith(tuple(SOURCE_SUFFIXES)):
            return None
        loader = SourceFileLoader(name, location)
    spec = ModuleSpec(name, loader, origin=location)
    spec.has_location = True
    if submodule_search_locations is None:
        package = hasattr(loader, "is_package") and loader.is_package(name)
        submodule_search_locations = [os.path.dirname(location)] if package else None
    spec.submodule_search_locations = submodule_search_locations
    return spec


class LazyLoader:
    """Runs modules when first an attribute of theirs is asked for; here it does so at once."""

    def __init__(self, loader):
        self.loader = loader

    @classmethod
    def factory(cls, loader):
        """Lazy loaders of what a function gives."""
        return lambda *args, **kwargs: cls(loader(*args, **kwargs))

    def create_module(self, spec):
        return self.loader.create_module(spec) if hasattr(self.loader, "create_module") else None

    def exec_module(self, module):
        if self.loader is not None:
            self.loader.exec_module(module)


def source_hash(source_bytes):
    """The hash of a source that compiled forms have: SipHash-1-3 of a fixed key."""
    mask = (1 << 64) - 1
    key = int.from_bytes(MAGIC_NUMBER, "little")
    v = [key ^ 0x736f6d6570736575, 0x646f72616e646f6d, key ^ 0x6c7967656e657261, 0x7465646279746573]

    def turn(x, by):
        return (x << by | x >> 64 - by) & mask

    def stir(times):
        for _ in range(times):
            v[0] = v[0] + v[1] & mask
            v[1] = turn(v[1], 13) ^ v[0]
            v[0] = turn(v[0], 32)
            v[2] = v[2] + v[3] & mask
            v[3] = turn(v[3], 16) ^ v[2]
            v[0] = v[0] + v[3] & mask
            v[3] = turn(v[3], 21) ^ v[0]
            v[2] = v[2] + v[1] & mask
            v[1] = turn(v[1], 17) ^ v[2]
            v[2] = turn(v[2], 32)

    whole = len(source_bytes) // 8 * 8
    words = [int.from_bytes(source_bytes[i:i + 8], "little") for i in range(0, whole, 8)]
    words.append(int.from_bytes(source_bytes[whole:], "little") | (len(source_bytes) & 255) << 56)
    for word in words:
        v[3] ^= word
        stir(1)
        v[0] ^= word
    v[2] ^= 255
    stir(3)
    return (v[0] ^ v[1] ^ v[2] ^ v[3]).to_bytes(8, "little")


def cache_from_source(path, debug_override=None, *, optimization=None):
    """Where the compiled form of a source would be."""
    import os
    head, tail = os.path.split(os.fspath(path))
    base, dot, rest = tail.rpartition(".")
    mark = "" if optimization in (None, "") else f".opt-{optimization}"
    return os.path.join(head, "__pycache__", f"{base or rest}.cpython-311{mark}.pyc")


def source_from_cache(path):
    """The source of a compiled form."""
    import os
    head, name = os.path.split(os.fspath(path))
    head, cache = os.path.split(head)
    if cache != "__pycache__":
        raise ValueError(f"__pycache__ not bottom-level directory in {path!r}")
    if name.count(".") not in (2, 3):
        raise ValueError(f"expected only 2 or 3 dots in {name!r}")
    return os.path.join(head, name.partition(".")[0] + ".py")
