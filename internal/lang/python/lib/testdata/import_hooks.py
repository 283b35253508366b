# Finders of a program's own in sys.meta_path.
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import sys

SOURCES = {"made": "x = 1\nfrom made.inner import y\n", "made.inner": "y = 2", "broken": "1 / 0"}


class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name in SOURCES:
            print("find", name, path, target)
            return importlib.util.spec_from_loader(name, Loader(), is_package=name == "made")


class Loader(importlib.abc.Loader):
    def create_module(self, spec):
        print("create", spec.name)

    def exec_module(self, module):
        print("exec", module.__name__, module.__package__, module.__spec__.name, hasattr(module, "__path__"), module.__name__ in sys.modules)
        exec(SOURCES[module.__name__], module.__dict__)


sys.meta_path.insert(0, Finder())
import made
import made.inner

print(made.x, made.y, made.inner.y, sys.modules["made"] is made)
try:
    import broken
except ZeroDivisionError as e:
    print(e, "broken" in sys.modules)


class Old:
    def __init__(self):
        self.skip = set()

    def find_module(self, name, path=None):
        if name in self.skip or name != "graphlib":
            return None
        self.skip.add(name)
        return self

    def load_module(self, name):
        module = importlib.import_module(name)
        print("loaded", name)
        module.marked = True
        return module


sys.meta_path[0] = Old()
import graphlib

print(graphlib.marked)


class Last:
    def find_spec(self, name, path, target=None):
        print("asked at last for", name)


sys.meta_path.append(Last())
import colorsys
try:
    import absent_module
except ModuleNotFoundError as e:
    print(e)


class Source(importlib.abc.SourceLoader):
    def get_filename(self, name):
        return "/virtual/" + name

    def get_data(self, path):
        return b"z = __name__"


spec = importlib.machinery.ModuleSpec("virtual", Source(), is_package=True)
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
print(module.z, module.__path__, spec.parent)
sys.meta_path[0] = 5
try:
    import another_absent
except (ModuleNotFoundError, AttributeError) as e:
    print(type(e).__name__)
