# What modules know of themselves, and looking for modules without running them.
import importlib.util
import json
import os.path
import sys
import types
from importlib.machinery import BuiltinImporter, ModuleSpec, PathFinder, SourceFileLoader


def show(spec):
    if spec is None:
        print(None)
        return
    loader = spec.loader if isinstance(spec.loader, type) else type(spec.loader)
    print(spec.name, loader.__name__, os.path.basename(spec.origin), spec.parent, spec.has_location, spec.submodule_search_locations is not None,
          bool(spec.cached))


for module in sys, json:
    show(module.__spec__)
    print(module.__loader__ is module.__spec__.loader)
show(importlib.util.find_spec("email.message"))
print("colorsys" in sys.modules)
show(importlib.util.find_spec("colorsys"))
print("colorsys" in sys.modules)
for name, path in ("no_such", None), ("json", None), ("sys", None), ("json.decoder", json.__path__), ("decoder", []):
    show(PathFinder.find_spec(name, path))
for name in "__main__", "json.no_such.deep", "sys.x":
    try:
        importlib.util.find_spec(name)
    except (ValueError, ModuleNotFoundError) as e:
        print(type(e).__name__, e)
print(isinstance(json.__loader__, SourceFileLoader), isinstance(json.__spec__, ModuleSpec), sys.__loader__ is BuiltinImporter)
print(ModuleSpec("a", None), ModuleSpec("a", None, origin="o", is_package=True), ModuleSpec("a", None) == ModuleSpec("a", None))
print(sys.__spec__, ModuleSpec, SourceFileLoader, __spec__, types.ModuleType("m").__spec__)
print(json.__loader__.is_package("json"), json.__loader__ == SourceFileLoader("json", json.__file__), "def dumps" in json.__loader__.get_source("json"))
spec = importlib.util.find_spec("colorsys")
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
print(module.rgb_to_hsv(1, 0, 0), module.__spec__ is spec)
json.__spec__ = None
print(json.__spec__, json.__loader__ is None)
