"""The classes and functions of a source, which isn't run for it."""

import ast
import importlib.util
import sys

__all__ = ["readmodule", "readmodule_ex", "Class", "Function"]


class _Object:
    """What a source defines, and where."""

    def __init__(self, module, name, file, lineno, end_lineno, parent):
        self.module, self.name, self.file = module, name, file
        self.lineno, self.end_lineno, self.parent = lineno, end_lineno, parent
        self.children = {}
        if parent is not None:
            parent.children[name] = self


class Function(_Object):
    """A function or method."""

    def __init__(self, module, name, file, lineno, parent=None, is_async=False, *, end_lineno=None):
        super().__init__(module, name, file, lineno, end_lineno, parent)
        self.is_async = is_async
        if isinstance(parent, Class):
            parent.methods[name] = lineno


class Class(_Object):
    """A class, whose bases are Class objects where they are known, else names."""

    def __init__(self, module, name, super_, file, lineno, parent=None, *, end_lineno=None):
        super().__init__(module, name, file, lineno, end_lineno, parent)
        self.super = super_ or []
        self.methods = {}


_modules = {}


def readmodule(module, path=None):
    """The classes at the top of a module, by name."""
    return {name: found for name, found in _read(module, path or []).items() if isinstance(found, Class)}


def readmodule_ex(module, path=None):
    """The classes and functions at the top of a module, by name."""
    return _read(module, path or [])


def _read(module, path, inpackage=None):
    full = f"{inpackage}.{module}" if inpackage else module
    if full in _modules:
        return _modules[full]
    tree = {}
    if module in sys.builtin_module_names and inpackage is None:
        _modules[module] = tree
        return tree
    package, _, inside = module.rpartition(".")
    if package:
        parent = _read(package, path, inpackage)
        if "__path__" not in parent:
            raise ImportError("No package named {}".format(package))
        return _read(inside, parent["__path__"], f"{inpackage}.{package}" if inpackage else package)
    spec = _spec(full, path if inpackage else [*path, *sys.path])
    if spec is None:
        raise ModuleNotFoundError(f"no module named {full!r}", name=full)
    _modules[full] = tree
    if spec.submodule_search_locations is not None:
        tree["__path__"] = spec.submodule_search_locations
    source = _source(spec, full)
    if source is not None:
        _Reader(full, spec.origin, tree, path, inpackage).visit(ast.parse(source))
    return tree


def _spec(full, path):
    from _path_finder import find_spec
    return find_spec(full, path) or importlib.util.find_spec(full)


def _source(spec, full):
    get = getattr(spec.loader, "get_source", None)
    if get is not None:
        return get(full)
    from _sources import text
    return text(spec.origin)


class _Reader(ast.NodeVisitor):
    """Collects definitions, those within others too."""

    def __init__(self, module, file, tree, path, inpackage):
        self.module, self.file, self.tree, self.path, self.inpackage = module, file, tree, path, inpackage
        self.within = []

    def _enter(self, node, found):
        if not self.within:
            self.tree[node.name] = found
        self.within.append(found)
        for child in node.body:
            self.visit(child)
        self.within.pop()

    def _parent(self):
        return self.within[-1] if self.within else None

    def visit_ClassDef(self, node):
        bases = [self._base(ast.unparse(base)) for base in node.bases]
        self._enter(node, Class(self.module, node.name, bases, self.file, node.lineno, self._parent(), end_lineno=node.end_lineno))

    def _base(self, name):
        if name in self.tree:
            return self.tree[name]
        *_, module, last = ["", *name.split(".")]
        return _modules.get(module, {}).get(last, name) if module else name

    def visit_FunctionDef(self, node, is_async=False):
        self._enter(node, Function(self.module, node.name, self.file, node.lineno, self._parent(), is_async, end_lineno=node.end_lineno))

    def visit_AsyncFunctionDef(self, node):
        self.visit_FunctionDef(node, is_async=True)

    def visit_Import(self, node):
        for alias in [] if self.within else node.names:
            try:
                self._read(alias.name)
            except (ImportError, SyntaxError):
                pass

    def _read(self, module):
        try:
            return _read(module, self.path, self.inpackage)
        except ImportError:
            return _read(module, [])

    def visit_ImportFrom(self, node):
        if self.within:
            return
        try:
            there = self._read("." * node.level + (node.module or ""))
        except (ImportError, SyntaxError):
            return
        for alias in node.names:
            if alias.name in there:
                self.tree[alias.asname or alias.name] = there[alias.name]
            elif alias.name == "*":
                self.tree.update((name, found) for name, found in there.items() if not name.startswith("_"))
