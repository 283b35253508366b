import ast
import importlib.abc
import importlib.machinery
import signal
import sys

# Constants of trees stay constants.
for value in (-2, -2.0, -2j, complex(-1, -2), 2):
    tree = ast.Expression(ast.BinOp(ast.Constant(value), ast.Pow(), ast.Constant(2)))
    print(eval(compile(ast.fix_missing_locations(tree), "t", "eval")), ast.unparse(tree))

# Timers of no time.
for f in (lambda: signal.alarm(10**30), lambda: signal.setitimer(0, float("nan")), lambda: signal.setitimer(0, float("inf")),
          lambda: signal.setitimer(0, 1e10), lambda: signal.setitimer(0, 10**10)):
    try:
        print(f())
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)

# Packages without a loader, and places of modules.
class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path, target=None):
        if name == "spaces":
            spec = importlib.machinery.ModuleSpec(name, None, is_package=True)
            spec.submodule_search_locations = ["/nowhere"]
            return spec
        if name == "nothing":
            return importlib.machinery.ModuleSpec(name, None)
        if name == "placed":
            return importlib.machinery.ModuleSpec(name, self, origin="here")

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.value = 1

sys.meta_path.insert(0, Finder())
import spaces
print(list(spaces.__path__), hasattr(spaces, "__file__"))
import placed
print(placed.value, hasattr(placed, "__file__"))
try:
    import nothing
except ImportError as e:
    print(type(e).__name__, e, e.name)
