"""The syntax trees of programs."""

_NODES = """
mod: Module(body, type_ignores) Interactive(body) Expression(body) FunctionType(argtypes, returns)
stmt: FunctionDef(name, args, body, decorator_list, returns, type_comment) AsyncFunctionDef(name, args, body, decorator_list, returns, type_comment)
stmt: ClassDef(name, bases, keywords, body, decorator_list) Return(value) Delete(targets) Assign(targets, value, type_comment)
stmt: AugAssign(target, op, value) AnnAssign(target, annotation, value, simple) For(target, iter, body, orelse, type_comment)
stmt: AsyncFor(target, iter, body, orelse, type_comment) While(test, body, orelse) If(test, body, orelse) With(items, body, type_comment)
stmt: AsyncWith(items, body, type_comment) Match(subject, cases) Raise(exc, cause) Try(body, handlers, orelse, finalbody)
stmt: TryStar(body, handlers, orelse, finalbody) Assert(test, msg) Import(names) ImportFrom(module, names, level) Global(names)
stmt: Nonlocal(names) Expr(value) Pass() Break() Continue()
expr: BoolOp(op, values) NamedExpr(target, value) BinOp(left, op, right) UnaryOp(op, operand) Lambda(args, body) IfExp(test, body, orelse)
expr: Dict(keys, values) Set(elts) ListComp(elt, generators) SetComp(elt, generators) DictComp(key, value, generators)
expr: GeneratorExp(elt, generators) Await(value) Yield(value) YieldFrom(value) Compare(left, ops, comparators) Call(func, args, keywords)
expr: FormattedValue(value, conversion, format_spec) JoinedStr(values) Constant(value, kind) Attribute(value, attr, ctx)
expr: Subscript(value, slice, ctx) Starred(value, ctx) Name(id, ctx) List(elts, ctx) Tuple(elts, ctx) Slice(lower, upper, step)
pattern: MatchValue(value) MatchSingleton(value) MatchSequence(patterns) MatchMapping(keys, patterns, rest)
pattern: MatchClass(cls, patterns, kwd_attrs, kwd_patterns) MatchStar(name) MatchAs(pattern, name) MatchOr(patterns)
expr_context: Load() Store() Del()
boolop: And() Or()
operator: Add() Sub() Mult() MatMult() Div() Mod() Pow() LShift() RShift() BitOr() BitXor() BitAnd() FloorDiv()
unaryop: Invert() Not() UAdd() USub()
cmpop: Eq() NotEq() Lt() LtE() Gt() GtE() Is() IsNot() In() NotIn()
AST: comprehension(target, iter, ifs, is_async) arguments(posonlyargs, args, vararg, kwonlyargs, kw_defaults, kwarg, defaults)
excepthandler: ExceptHandler(type, name, body)
AST: arg(arg, annotation, type_comment) keyword(arg, value) alias(name, asname) withitem(context_expr, optional_vars)
AST: match_case(pattern, guard, body)
"""

_OPTIONAL = {"returns", "type_comment", "value", "annotation", "exc", "cause", "msg", "module", "kind", "format_spec", "lower", "upper", "step",
             "vararg", "kwarg", "asname", "optional_vars", "guard", "rest", "name", "pattern", "type"}

# Fields of those names that are never left out.
_REQUIRED = {("FunctionDef", "name"), ("AsyncFunctionDef", "name"), ("ClassDef", "name"), ("alias", "name"), ("Constant", "value"),
             ("MatchSingleton", "value"), ("MatchValue", "value"), ("Assign", "value"), ("AugAssign", "value"), ("Expr", "value"),
             ("NamedExpr", "value"), ("DictComp", "value"), ("Await", "value"), ("YieldFrom", "value"), ("FormattedValue", "value"),
             ("Attribute", "value"), ("Subscript", "value"), ("Starred", "value"), ("keyword", "value"), ("match_case", "pattern")}


class AST:
    """What all nodes are."""

    _fields, _attributes = (), ()
    __match_args__ = ()

    def __init__(self, *args, **kwargs):
        if len(args) > len(self._fields):
            raise TypeError("%s constructor takes at most %d positional argument%s" % (
                type(self).__name__, len(self._fields), "" if len(self._fields) == 1 else "s"))
        for name, value in zip(self._fields, args):
            setattr(self, name, value)
        for name, value in kwargs.items():
            if name in self._fields[:len(args)]:
                raise TypeError("%s got multiple values for argument %r" % (type(self).__name__, name))
            setattr(self, name, value)

    def __repr__(self):
        return "<ast.%s object at %#x>" % (type(self).__name__, id(self))


def _define():
    places = ("lineno", "col_offset", "end_lineno", "end_col_offset")
    placed = ("stmt", "expr", "pattern", "excepthandler", "arg", "keyword", "alias")
    import re
    for line in _NODES.strip().split("\n"):
        base, _, rest = line.partition(": ")
        if base not in globals():
            _class(base, AST, (), places if base in placed else ())
        for name, fields in re.findall(r"(\w+)\(([^)]*)\)", rest):
            parent = globals()[base]
            _class(name, parent, tuple(fields.split(", ")) if fields else (), places if name in placed else parent._attributes)


def _class(name, base, fields, attributes):
    members = {"_fields": fields, "_attributes": attributes, "__match_args__": fields, "__module__": "ast"}
    for field in fields:
        if (name, field) in _REQUIRED:
            continue
        if field in _OPTIONAL or (name, field) == ("keyword", "arg"):
            members[field] = None
    for attribute in attributes[2:]:
        members[attribute] = None
    globals()[name] = type(name, (base,), members)


_define()
Constant.n = Constant.s = property(lambda self: self.value, lambda self, value: setattr(self, "value", value))
Tuple.dims = property(lambda self: self.elts, lambda self, value: setattr(self, "elts", value))


def __getattr__(name):
    if not name.startswith("_"):
        import _ast_old
        if name in _ast_old.NAMES:
            return getattr(_ast_old, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


PyCF_ONLY_AST, PyCF_TYPE_COMMENTS, PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x400, 0x1000, 0x2000


def parse(source, filename="<unknown>", mode="exec", *, type_comments=False, feature_version=None):
    """The tree of a source."""
    import _ast_make
    if isinstance(source, AST):
        return source
    if isinstance(source, (bytes, bytearray, memoryview)):
        source = bytes(source).decode("utf-8-sig")
    elif not isinstance(source, str):
        raise TypeError("compile() arg 1 must be a string, bytes or AST object")
    if mode not in ("exec", "eval", "single"):
        raise ValueError("compile() mode must be 'exec', 'eval', 'single' or 'func_type'")
    try:
        return _ast_make.tree(source, filename, mode)
    except SyntaxError:
        compile(source, filename, mode)  # which says what is wrong, and where
        raise


def unparse(ast_obj):
    """A source that the tree is of."""
    from _ast_unparse import source
    return source(ast_obj)


def literal_eval(node_or_string):
    """The value of an expression of literals."""
    if isinstance(node_or_string, str):
        node_or_string = parse(node_or_string.lstrip(" \t"), mode="eval")
    if isinstance(node_or_string, Expression):
        node_or_string = node_or_string.body
    return _literal(node_or_string)


def _malformed(node):
    text = "malformed node or string"
    if getattr(node, "lineno", None):
        text += " on line %d" % node.lineno
    raise ValueError(text + ": %r" % (node,))


def _number(node):
    sign = 1
    inner = node
    if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
        sign = -1 if isinstance(node.op, USub) else 1
        inner = node.operand
    if not isinstance(inner, Constant) or type(inner.value) not in (int, float, complex):
        _malformed(inner)
    return +inner.value if sign > 0 else -inner.value


def _literal(node):
    if isinstance(node, Constant):
        return node.value
    if isinstance(node, Tuple):
        return tuple([_literal(x) for x in node.elts])
    if isinstance(node, List):
        return [_literal(x) for x in node.elts]
    if isinstance(node, Set):
        return {_literal(x) for x in node.elts}
    if isinstance(node, Call) and isinstance(node.func, Name) and node.func.id == "set" and not node.args and not node.keywords:
        return set()
    if isinstance(node, Dict):
        if len(node.keys) != len(node.values):
            _malformed(node)
        return {_literal(k): _literal(v) for k, v in zip(node.keys, node.values)}
    if isinstance(node, BinOp) and isinstance(node.op, (Add, Sub)):
        left, right = _number(node.left), _number(node.right)
        if isinstance(left, (int, float)) and isinstance(right, complex):
            return left + right if isinstance(node.op, Add) else left - right
    return _number(node)


def iter_fields(node):
    """The names and values of a node's fields."""
    for name in node._fields:
        try:
            yield name, getattr(node, name)
        except AttributeError:
            pass


def iter_child_nodes(node):
    """The nodes right below a node."""
    for _, value in iter_fields(node):
        if isinstance(value, AST):
            yield value
        elif isinstance(value, list):
            for x in value:
                if isinstance(x, AST):
                    yield x


def walk(node):
    """A node and all below it."""
    from collections import deque
    todo = deque([node])
    while todo:
        node = todo.popleft()
        todo.extend(iter_child_nodes(node))
        yield node


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None):
    """A tree as a text."""
    if not isinstance(node, AST):
        raise TypeError("expected AST, got %r" % type(node).__name__)
    if indent is not None and not isinstance(indent, str):
        indent = " " * indent
    return _dump(node, annotate_fields, include_attributes, indent, 0)[0]


def _dump(node, names, places, indent, level):
    start, between = "", ", "
    if indent is not None:
        level += 1
        start, between = "\n" + indent * level, ",\n" + indent * level
    if isinstance(node, AST):
        parts, simple = [], True
        shown = names
        for name in node._fields:
            try:
                value = getattr(node, name)
            except AttributeError:
                shown = True
                continue
            if value is None and getattr(type(node), name, ...) is None:
                shown = True
                continue
            text, plain = _dump(value, names, places, indent, level)
            simple = simple and plain
            parts.append("%s=%s" % (name, text) if shown else text)
        for name in node._attributes if places else ():
            value = getattr(node, name, None)
            if value is None and getattr(type(node), name, ...) is None:
                continue
            text, plain = _dump(value, names, places, indent, level)
            simple = simple and plain
            parts.append("%s=%s" % (name, text))
        if simple and len(parts) <= 3:
            return "%s(%s)" % (type(node).__name__, ", ".join(parts)), not parts
        return "%s(%s%s)" % (type(node).__name__, start, between.join(parts)), False
    if isinstance(node, list):
        if not node:
            return "[]", True
        return "[%s%s]" % (start, between.join(_dump(x, names, places, indent, level)[0] for x in node)), False
    return repr(node), True


def copy_location(new_node, old_node):
    """Give a node another's place."""
    for name in ("lineno", "col_offset", "end_lineno", "end_col_offset"):
        if name in old_node._attributes and name in new_node._attributes:
            value = getattr(old_node, name, None)
            if value is not None or (hasattr(old_node, name) and name.startswith("end_")):
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    """Give the nodes that have no place that of those above."""
    def fix(node, place):
        for i, name in enumerate(("lineno", "col_offset", "end_lineno", "end_col_offset")):
            if name in node._attributes:
                if getattr(node, name, None) is None:
                    setattr(node, name, place[i])
                else:
                    place = (*place[:i], getattr(node, name), *place[i + 1:])
        for child in iter_child_nodes(node):
            fix(child, place)
    fix(node, (1, 0, 1, 0))
    return node


def increment_lineno(node, n=1):
    """Move a tree down."""
    for child in walk(node):
        if "lineno" in child._attributes:
            child.lineno = getattr(child, "lineno", 0) + n
        if getattr(child, "end_lineno", None) is not None:
            child.end_lineno += n
    return node


def get_docstring(node, clean=True):
    """The docstring of a function, a class or a module."""
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError("%r can't have docstrings" % type(node).__name__)
    if not node.body or not isinstance(node.body[0], Expr):
        return None
    value = node.body[0].value
    if not isinstance(value, Constant) or not isinstance(value.value, str):
        return None
    if not clean:
        return value.value
    import inspect
    return inspect.cleandoc(value.value)


def get_source_segment(source, node, *, padded=False):
    """The part of a source that a node is of."""
    if getattr(node, "end_lineno", None) is None or node.end_col_offset is None:
        return None
    lines = source.splitlines(keepends=True)[node.lineno - 1:node.end_lineno]
    start, end = node.col_offset, node.end_col_offset
    lines[-1] = lines[-1].encode()[:end].decode()
    before, lines[0] = lines[0].encode()[:start].decode(), lines[0].encode()[start:].decode()
    if padded and len(lines) > 1:
        lines[0] = "".join(c if c in "\f\t" else " " for c in before) + lines[0]
    return "".join(lines)


class NodeVisitor:
    """Calls visit_NAME for each node of a tree."""

    def visit(self, node):
        return getattr(self, "visit_" + type(node).__name__, self.generic_visit)(node)

    def generic_visit(self, node):
        for child in list(iter_child_nodes(node)):
            self.visit(child)

    def visit_Constant(self, node):
        """Older programs have visit_Num, visit_Str and so on."""
        import warnings
        from _ast_old import visitor
        visit = visitor(self, node)
        if visit is None:
            return self.generic_visit(node)
        warnings.warn(f"{visit.__name__} is deprecated; add visit_Constant", DeprecationWarning, 2)
        return visit(node)


class NodeTransformer(NodeVisitor):
    """Puts what visit_NAME returns in the place of each node."""

    def generic_visit(self, node):
        for name, old in iter_fields(node):
            if isinstance(old, list):
                new = []
                for x in old:
                    if isinstance(x, AST):
                        x = self.visit(x)
                        if x is None:
                            continue
                        if not isinstance(x, AST):
                            new.extend(x)
                            continue
                    new.append(x)
                old[:] = new
            elif isinstance(old, AST):
                new = self.visit(old)
                if new is None:
                    delattr(node, name)
                else:
                    setattr(node, name, new)
        return node
