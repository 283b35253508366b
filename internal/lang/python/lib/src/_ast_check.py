"""What compile refuses of a tree."""

import ast
import keyword

_LISTS = {"body", "orelse", "finalbody", "handlers", "decorator_list", "targets", "names", "items", "cases", "elts", "values", "keys", "generators",
          "ifs", "ops", "comparators", "args", "keywords", "bases", "posonlyargs", "kwonlyargs", "kw_defaults", "defaults", "patterns",
          "kwd_attrs", "kwd_patterns", "type_ignores", "argtypes"}
_NEVER_EMPTY = {"body": (ast.If, ast.For, ast.AsyncFor, ast.While, ast.With, ast.AsyncWith, ast.Try, ast.TryStar, ast.FunctionDef,
                         ast.AsyncFunctionDef, ast.ClassDef, ast.ExceptHandler, ast.match_case),
                "targets": (ast.Assign, ast.Delete), "names": (ast.Import, ast.ImportFrom, ast.Global, ast.Nonlocal),
                "items": (ast.With, ast.AsyncWith), "cases": (ast.Match,)}
_OPERATORS = {"op": {"BinOp": ast.operator, "AugAssign": ast.operator, "UnaryOp": ast.unaryop, "BoolOp": ast.boolop}}
_CONSTANTS = (type(None), bool, int, float, complex, str, bytes, type(...))
_ROOTS = {"exec": ast.Module, "eval": ast.Expression, "single": ast.Interactive}
# Fields that may be None although a node can't be made without saying so.
_MAY_BE_NONE = {("MatchSingleton", "value"), ("Constant", "value"), ("Dict", "keys")}


def check(tree, mode):
    """Raise what is wrong with a tree."""
    root = _ROOTS[mode]
    if not isinstance(tree, root):
        raise TypeError("expected %s node, got %s" % (root.__name__, type(tree).__name__))
    _node(tree)


def _node(node):
    kind = _kind(node)
    for place in ("lineno", "col_offset"):
        if place in node._attributes and not isinstance(getattr(node, place, None), int):
            raise TypeError('required field "%s" missing from %s' % (place, _base(node)))
    for field in node._fields:
        if not hasattr(node, field):
            raise TypeError('required field "%s" missing from %s' % (field, kind))
        value = getattr(node, field)
        if field in _LISTS and (kind, field) not in (("Lambda", "args"), ("FunctionDef", "args"), ("AsyncFunctionDef", "args"), ("Lambda", "body"),
                                                     ("IfExp", "body"), ("IfExp", "orelse"), ("Expression", "body")):
            _list(node, kind, field, value)
        elif field == "op":
            if not isinstance(value, _OPERATORS["op"][kind]):
                raise TypeError("expected some sort of %s, but got %r" % (_OPERATORS["op"][kind].__name__, value))
        elif isinstance(value, ast.AST):
            if not isinstance(value, ast.expr_context):
                _node(value)
        elif value is None:
            if getattr(type(node), field, ...) is not None and (kind, field) not in _MAY_BE_NONE:
                raise ValueError("field '%s' is required for %s" % (field, kind))
        elif kind == "Constant":
            if field == "value":
                _constant(value)
        elif field in ("id", "attr", "arg", "name", "asname", "module", "rest"):
            _name(kind, field, value)
        elif field not in ("level", "simple", "is_async", "conversion", "type_comment", "kind", "lineno"):
            if kind != "MatchSingleton":
                raise TypeError('required field "lineno" missing from expr')
    _special(node, kind)


def _kind(node):
    """The name of the class of ast's that a node is of."""
    for c in type(node).__mro__:
        if c.__module__ == "ast" and c._fields is not ast.AST._fields or c.__base__ is ast.AST:
            return c.__name__
    return type(node).__name__


def _base(node):
    for base in (ast.stmt, ast.expr, ast.excepthandler, ast.pattern):
        if isinstance(node, base):
            return base.__name__
    return type(node).__name__


def _list(node, kind, field, value):
    if not isinstance(value, list):
        raise TypeError('%s field "%s" must be a list, not a %s' % (kind, field, type(value).__name__))
    if not value and isinstance(node, _NEVER_EMPTY.get(field, ())):
        raise ValueError("empty %s on %s" % (field, kind))
    for x in value:
        if isinstance(x, ast.AST):
            if not isinstance(x, ast.cmpop):
                _node(x)
        elif not (isinstance(x, str) and field in ("names", "kwd_attrs") or x is None and field in ("keys", "kw_defaults")):
            what = "stmt" if field in ("body", "orelse", "finalbody") else "expr"
            if not isinstance(x, (str, type(None))):
                raise TypeError('required field "lineno" missing from %s' % what)
            raise TypeError("expected some sort of %s, but got %r" % (what, x))


def _constant(value):
    if isinstance(value, (tuple, frozenset)):
        for x in value:
            _constant(x)
    elif type(value) not in _CONSTANTS:
        raise TypeError("got an invalid type in Constant: " + type(value).__name__)


def _name(kind, field, value):
    if not isinstance(value, str):
        raise TypeError("AST identifier must be of type str")
    if kind == "Name" and value in ("None", "True", "False"):
        raise ValueError("identifier field can't represent %r constant" % value)
    parts = value.split(".") if field in ("name", "module") and kind in ("alias", "ImportFrom") else [value]
    if value != "*" and not all([part.isidentifier() and not keyword.iskeyword(part) for part in parts]):
        raise ValueError("%r is no name that a program could have: the tree's source is compiled here" % value)


def _special(node, kind):
    if kind == "Compare" and (not node.comparators or len(node.comparators) != len(node.ops)):
        different = node.comparators and node.ops
        raise ValueError("Compare has a different number of comparators and operands" if different else "Compare with no comparators")
    if kind == "BoolOp" and len(node.values) < 2:
        raise ValueError("BoolOp with less than 2 values")
    if kind == "Dict" and len(node.keys) != len(node.values):
        raise ValueError("Dict doesn't have the same number of keys as values")
    if kind in ("Try", "TryStar") and not node.handlers and not node.finalbody:
        raise ValueError("%s has neither except handlers nor finalbody" % kind)
    if kind == "Raise" and node.cause and not node.exc:
        raise ValueError("Raise with cause but no exception")
    if "generators" in node._fields and not node.generators:
        raise ValueError("comprehension with no generators")
    if kind == "arguments":
        if len(node.defaults) > len(node.posonlyargs) + len(node.args):
            raise ValueError("more positional defaults than args on arguments")
        if len(node.kw_defaults) != len(node.kwonlyargs):
            raise ValueError("length of kwonlyargs is not the same as kw_defaults on arguments")
    _contexts(node, kind)


def _contexts(node, kind):
    if kind in ("Assign", "Delete"):
        which = ast.Store if kind == "Assign" else ast.Del
        for x in node.targets:
            _target(x, which)
    elif kind in ("AugAssign", "AnnAssign", "For", "AsyncFor", "NamedExpr", "comprehension"):
        _target(node.target, ast.Store)
    elif kind == "withitem" and node.optional_vars:
        _target(node.optional_vars, ast.Store)
    for field in ("value", "left", "right", "operand", "test", "iter", "func", "annotation", "exc", "slice", "context_expr", "elt", "key", "body"):
        x = getattr(node, field, None)
        if isinstance(x, ast.expr) and not isinstance(node, ast.Starred) and hasattr(x, "ctx") and not isinstance(x.ctx, ast.Load):
            raise ValueError("expression must have Load context but has %s instead" % type(x.ctx).__name__)


def _target(node, which):
    if not isinstance(node, (ast.Name, ast.Attribute, ast.Subscript, ast.Starred, ast.List, ast.Tuple)):
        raise ValueError("expression which can't be assigned to in %s context" % which.__name__)
    if not isinstance(node.ctx, which):
        raise ValueError("expression must have %s context but has %s instead" % (which.__name__, type(node.ctx).__name__))
    if isinstance(node, (ast.List, ast.Tuple)):
        for x in node.elts:
            _target(x, which)
