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


MAGIC_NUMBER = b"\xa7\r\r\n"


class _Imported:
    """Has a module that is imported already."""

    def __init__(self, module):
        self.module = module

    def create_module(self, spec):
        return self.module

    def exec_module(self, module):
        """It has run."""


def find_spec(name, package=None):
    """What is known of a module, or None where there is none. It is imported on the way."""
    import importlib
    if name.startswith("."):
        if not package:
            raise ImportError(f"no package specified for {name!r} (required for relative module names)")
        name = resolve_name(name, package)
    if name not in sys.modules:
        try:
            importlib.import_module(name)
        except ModuleNotFoundError as e:
            if e.name == name or name.startswith(str(e.name) + "."):
                return None
            raise
    module = sys.modules[name]
    known = getattr(module, "__spec__", None)
    spec = ModuleSpec(name, getattr(known, "loader", None) or _Imported(module), origin=getattr(module, "__file__", "built-in"))
    if hasattr(module, "__path__"):
        spec.submodule_search_locations = list(module.__path__)
    return spec


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
