"""Classes of trees that older programs know: of constants by their kind, of indices and of contexts."""

import ast

_KINDS = {"Num": (int, float, complex), "Str": (str,), "Bytes": (bytes,), "NameConstant": (type(None), bool), "Ellipsis": (type(...),)}


class _Kind(type):
    def __instancecheck__(cls, node):
        if not isinstance(node, ast.Constant):
            return False
        kinds = _KINDS.get(cls.__name__)
        if kinds is None or cls.__module__ != "ast":
            return type.__instancecheck__(cls, node)
        value = getattr(node, "value", _nothing)
        return isinstance(value, kinds) and not (cls.__name__ == "Num" and isinstance(value, bool))


_nothing = object()


def _constant(cls, *args, **kwargs):
    for name in kwargs:
        if name in cls._fields[:len(args)]:
            raise TypeError(f"{cls.__name__} got multiple values for argument {name!r}")
    if cls.__module__ != "ast":
        return ast.Constant.__new__(cls, *args, **kwargs)
    return ast.Constant(..., *args, **kwargs) if cls.__name__ == "Ellipsis" else ast.Constant(*args, **kwargs)


for _name, _field in ("Num", "n"), ("Str", "s"), ("Bytes", "s"), ("NameConstant", "value"), ("Ellipsis", None):
    globals()[_name] = _Kind(_name, (ast.Constant,), {
        "__module__": "ast", "__doc__": "Deprecated AST node class.", "_fields": (_field,) if _field else (), "__new__": _constant})


class slice(ast.AST):
    """Deprecated AST node class."""


class Index(slice):
    """Deprecated AST node class: its value stands for it."""

    def __new__(cls, value, **kwargs):
        return value


class ExtSlice(slice):
    """Deprecated AST node class: a tuple stands for it."""

    def __new__(cls, dims=(), **kwargs):
        return ast.Tuple(list(dims), ast.Load(), **kwargs)


class Suite(ast.mod):
    """Deprecated AST node class."""


class AugLoad(ast.expr_context):
    """Deprecated AST node class."""


class AugStore(ast.expr_context):
    """Deprecated AST node class."""


class Param(ast.expr_context):
    """Deprecated AST node class."""


for _c in slice, Index, ExtSlice, Suite, AugLoad, AugStore, Param:
    _c.__module__ = "ast"

NAMES = {*_KINDS, "slice", "Index", "ExtSlice", "Suite", "AugLoad", "AugStore", "Param"}


def visitor(visit, node):
    """The visit_NAME of a constant's kind that a visitor has, or None."""
    for name, kinds in (("NameConstant", (bool, type(None))), *_KINDS.items()):
        if isinstance(node.value, kinds):
            return getattr(visit, "visit_" + name, None)
    return None
