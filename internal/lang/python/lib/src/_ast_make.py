"""Makes the nodes of ast of what the parser answers."""

import ast
from _ast_tree import parse

_CLASSES = {"ExprStmt": "Expr", "Arg": "arg", "Keyword": "keyword", "Alias": "alias", "WithItem": "withitem", "MatchCase": "match_case",
            "Comprehension": "comprehension", "Arguments": "arguments"}
_FIELDS = {"OrElse": "orelse", "Else": "orelse", "AsName": "asname", "PosOnly": "posonlyargs", "KwOnly": "kwonlyargs", "KwDefaults": "kw_defaults",
           "Final": "finalbody", "Decorators": "decorator_list", "Context": "context_expr", "Vars": "optional_vars", "Index": "slice",
           "Spec": "format_spec", "KwAttrs": "kwd_attrs", "KwPatterns": "kwd_patterns", "Class": "cls"}
_OPERATORS = {"+": "Add", "-": "Sub", "*": "Mult", "/": "Div", "//": "FloorDiv", "%": "Mod", "**": "Pow", "<<": "LShift", ">>": "RShift",
              "|": "BitOr", "^": "BitXor", "&": "BitAnd", "@": "MatMult"}
_COMPARISONS = {"<": "Lt", "<=": "LtE", "==": "Eq", "!=": "NotEq", ">": "Gt", ">=": "GtE", "is": "Is", "is not": "IsNot", "in": "In", "not in": "NotIn"}
_UNARY = ("Not", "Invert", "UAdd", "USub")
_NO_NAME = {("ExceptHandler", "name"), ("alias", "asname"), ("keyword", "arg"), ("MatchAs", "name"), ("MatchStar", "name"), ("MatchMapping", "rest"),
            ("ImportFrom", "module")}
_singles = {}


def tree(source, filename, mode):
    """The root of a source's tree."""
    lines = None if source.isascii() else source.splitlines(keepends=True)
    made = _make(parse(source, filename, mode), lines)
    if mode == "eval":
        return ast.Expression(body=made)
    return ast.Interactive(body=made.body) if mode == "single" else made


def _single(name):
    """The one node of an operator, or of a context."""
    if name not in _singles:
        _singles[name] = getattr(ast, name)()
    return _singles[name]


def _make(x, lines):
    if type(x) is list:
        return [_make(y, lines) for y in x]
    if type(x) is not tuple:
        return x
    name, place, given = x
    if name == "Constant":
        node = ast.Constant(value=given["Value"], kind=None)
        return _placed(node, place, lines)
    name = _CLASSES.get(name, name)
    fields = {_FIELDS.get(k, k.lower()): _make(v, lines) for k, v in given.items()}
    name = _special(name, fields)
    for (owner, field) in _NO_NAME:
        if owner == name and fields.get(field) == "":
            fields[field] = None
    node = getattr(ast, name)()
    for field in node._fields:
        setattr(node, field, fields.get(field))
    return _placed(node, place, lines)


def _placed(node, place, lines):
    if place is not None and node._attributes:
        line, column, end, end_column = place
        if lines is not None:
            column, end_column = _bytes(lines, line, column), _bytes(lines, end, end_column)
        node.lineno, node.col_offset, node.end_lineno, node.end_col_offset = line, column, end, end_column
    return node


def _bytes(lines, line, column):
    return len(lines[line - 1][:column].encode()) if 0 < line <= len(lines) else column


def _special(name, fields):
    """Sees to the fields that differ; the node's name."""
    waits = fields.pop("async", False)
    if waits and name != "comprehension":
        name = "Async" + name
    if name == "comprehension":
        fields["is_async"] = int(waits)
        _context(fields["target"], "Store")
    elif name == "Module":
        fields["type_ignores"] = []
    elif name == "BoolOp":
        fields["op"] = _single("Or" if fields.pop("or") else "And")
    elif name in ("BinOp", "AugAssign"):
        fields["op"] = _single(_OPERATORS[fields["op"]])
    elif name == "UnaryOp":
        fields["op"] = _single(_UNARY[fields["op"]])
    elif name == "Compare":
        fields["ops"] = [_single(_COMPARISONS[op]) for op in fields["ops"]]
    elif name == "Try" and fields.pop("star", False):
        name = "TryStar"
    elif name in ("arg", "keyword"):
        fields["arg"] = fields.pop("name")
    elif name == "FormattedValue":
        fields["conversion"] = fields["conversion"] or -1
    elif name == "AnnAssign":
        fields["simple"] = int(fields["simple"])
    elif name == "MatchSingleton":
        fields["value"] = fields["value"].value
    elif name in ("Name", "Attribute", "Subscript", "Starred", "List", "Tuple"):
        fields["ctx"] = _single("Load")
    if name in ("AugAssign", "AnnAssign", "For", "AsyncFor", "NamedExpr"):
        _context(fields["target"], "Store")
    elif name in ("Assign", "Delete"):
        for target in fields["targets"]:
            _context(target, "Store" if name == "Assign" else "Del")
    elif name == "withitem" and fields["optional_vars"] is not None:
        _context(fields["optional_vars"], "Store")
    return name


def _context(node, which):
    """Say of a target, and of what it consists of, that it is one."""
    if not hasattr(node, "ctx"):
        return
    node.ctx = _single(which)
    if isinstance(node, (ast.List, ast.Tuple)):
        for x in node.elts:
            _context(x, which)
    elif isinstance(node, ast.Starred):
        _context(node.value, which)
