"""The texts of expressions and patterns of a tree, for ast.unparse."""

(NAMED, TUPLE, YIELD, TEST, OR, AND, NOT, CMP, BITOR, BITXOR, BITAND, SHIFT, ARITH, TERM, FACTOR, POWER, AWAIT, ATOM) = range(18)

_BINARY = {"Add": ("+", ARITH), "Sub": ("-", ARITH), "Mult": ("*", TERM), "MatMult": ("@", TERM), "Div": ("/", TERM), "Mod": ("%", TERM),
           "FloorDiv": ("//", TERM), "LShift": ("<<", SHIFT), "RShift": (">>", SHIFT), "BitOr": ("|", BITOR), "BitXor": ("^", BITXOR),
           "BitAnd": ("&", BITAND), "Pow": ("**", POWER)}
_UNARY = {"Invert": ("~", FACTOR), "Not": ("not ", NOT), "UAdd": ("+", FACTOR), "USub": ("-", FACTOR)}
_COMPARE = {"Eq": "==", "NotEq": "!=", "Lt": "<", "LtE": "<=", "Gt": ">", "GtE": ">=", "Is": "is", "IsNot": "is not", "In": "in", "NotIn": "not in"}
_INFINITE = "1e309"  # a float that no literal is of
_QUOTES = ("'", '"', '"""', "'''")
_LONG_QUOTES = ('"""', "'''")


def name(node):
    """The name of a node's class."""
    return type(node).__name__


class Texts:
    """Makes texts. Inside the braces of an f-string there may be no backslash."""

    exact = False  # the text is for compile: a constant stays one where ast.unparse's text wouldn't

    def __init__(self, braces=False, exact=False):
        self.braces, self.exact = braces, exact

    def of(self, node, level=TEST):
        """The text of an expression, in parentheses where it binds less than level."""
        made = getattr(self, "_" + name(node), None)
        if made is None:
            raise AttributeError("%r object has no source" % name(node))
        text = made(node)
        if isinstance(text, tuple):
            text, own = text
            if level > own:
                return "(" + text + ")"
        return text

    def list(self, nodes, level=TEST):
        """Expressions with commas."""
        return ", ".join([self.of(x, level) for x in nodes])

    def items(self, nodes):
        """list, but with a comma after an only one."""
        return self.of(nodes[0]) + "," if len(nodes) == 1 else self.list(nodes)

    def _Name(self, node):
        return node.id

    def _Attribute(self, node):
        value = self.of(node.value, ATOM)
        if name(node.value) == "Constant" and isinstance(node.value.value, int):
            value += " "
        return value + "." + node.attr

    def _Subscript(self, node):
        inner = node.slice
        text = self.items(inner.elts) if name(inner) == "Tuple" and inner.elts else self.of(inner)
        return self.of(node.value, ATOM) + "[" + text + "]"

    def _Slice(self, node):
        text = (self.of(node.lower) if node.lower else "") + ":" + (self.of(node.upper) if node.upper else "")
        return text + ":" + self.of(node.step) if node.step else text

    def _Starred(self, node):
        return "*" + self.of(node.value, BITOR)

    def _Call(self, node):
        return self.of(node.func, ATOM) + "(" + self.arguments_given(node.args, node.keywords) + ")"

    def arguments_given(self, args, keywords):
        """What is between the parentheses of a call, or of a class."""
        return ", ".join([self.of(x) for x in args] + [(k.arg + "=" if k.arg is not None else "**") + self.of(k.value) for k in keywords])

    def _BinOp(self, node):
        op, own = _BINARY[name(node.op)]
        left, right = (own + 1, own) if op == "**" else (own, own + 1)
        return "%s %s %s" % (self.of(node.left, left), op, self.of(node.right, right)), own

    def _UnaryOp(self, node):
        op, own = _UNARY[name(node.op)]
        return op + self.of(node.operand, own), own

    def _BoolOp(self, node):
        op, own = (" and ", AND) if name(node.op) == "And" else (" or ", OR)
        return op.join([self.of(x, min(own + 1 + i, ATOM)) for i, x in enumerate(node.values)]), own

    def _Compare(self, node):
        text = self.of(node.left, CMP + 1)
        for op, x in zip(node.ops, node.comparators):
            text += " %s %s" % (_COMPARE[name(op)], self.of(x, CMP + 1))
        return text, CMP

    def _NamedExpr(self, node):
        return "%s := %s" % (self.of(node.target, ATOM), self.of(node.value, ATOM)), NAMED

    def _IfExp(self, node):
        return "%s if %s else %s" % (self.of(node.body, TEST + 1), self.of(node.test, TEST + 1), self.of(node.orelse)), TEST

    def _Lambda(self, node):
        parameters = self.parameters(node.args)
        return "lambda%s: %s" % (" " + parameters if parameters else "", self.of(node.body)), TEST

    def _Await(self, node):
        return "await " + self.of(node.value, ATOM), AWAIT

    def _Yield(self, node):
        return "yield " + self.of(node.value, ATOM) if node.value else "yield", YIELD

    def _YieldFrom(self, node):
        return "yield from " + self.of(node.value, ATOM), YIELD

    def _Tuple(self, node):
        return (self.items(node.elts), TUPLE) if node.elts else "()"

    def _List(self, node):
        return "[" + self.list(node.elts) + "]"

    def _Set(self, node):
        return "{" + self.list(node.elts) + "}" if node.elts else "{*()}"

    def _Dict(self, node):
        return "{" + ", ".join(["**" + self.of(v, BITOR) if k is None else self.of(k) + ": " + self.of(v)
                                for k, v in zip(node.keys, node.values)]) + "}"

    def _ListComp(self, node):
        return "[" + self.of(node.elt) + self._loops(node) + "]"

    def _SetComp(self, node):
        return "{" + self.of(node.elt) + self._loops(node) + "}"

    def _GeneratorExp(self, node):
        return "(" + self.of(node.elt) + self._loops(node) + ")"

    def _DictComp(self, node):
        return "{" + self.of(node.key) + ": " + self.of(node.value) + self._loops(node) + "}"

    def _loops(self, node):
        text = ""
        for loop in node.generators:
            text += "%s for %s in %s" % (" async" if loop.is_async else "", self.of(loop.target, TUPLE), self.of(loop.iter, TEST + 1))
            text += "".join([" if " + self.of(x, TEST + 1) for x in loop.ifs])
        return text

    def parameters(self, args):
        """The parameters of a function."""
        plain = args.posonlyargs + args.args
        without = len(plain) - len(args.defaults)
        parts = []
        for i, x in enumerate(plain):
            parts.append(self.parameter(x) + ("=" + self.of(args.defaults[i - without]) if i >= without else ""))
            if i + 1 == len(args.posonlyargs):
                parts.append("/")
        if args.vararg or args.kwonlyargs:
            parts.append("*" + (self.parameter(args.vararg) if args.vararg else ""))
        for x, default in zip(args.kwonlyargs, args.kw_defaults):
            parts.append(self.parameter(x) + ("=" + self.of(default) if default else ""))
        if args.kwarg:
            parts.append("**" + self.parameter(args.kwarg))
        return ", ".join(parts)

    def parameter(self, node):
        """One parameter."""
        return node.arg + ": " + self.of(node.annotation) if node.annotation else node.arg

    _arguments = parameters
    _arg = parameter

    def _keyword(self, node):
        return ("**" if node.arg is None else node.arg + "=") + self.of(node.value)

    def _alias(self, node):
        return node.name + " as " + node.asname if node.asname else node.name

    def _withitem(self, node):
        text = self.of(node.context_expr)
        return text + " as " + self.of(node.optional_vars) if node.optional_vars else text

    def _comprehension(self, node):
        from types import SimpleNamespace
        return self._loops(SimpleNamespace(generators=[node]))

    # Constants and f-strings.

    def _Constant(self, node):
        value = node.value
        if isinstance(value, tuple):
            parts = [self._value(x) for x in value]
            return "(" + (parts[0] + "," if len(parts) == 1 else ", ".join(parts)) + ")"
        if value is ...:
            return "..."
        return ("u" if getattr(node, "kind", None) == "u" else "") + self._value(value)

    def _value(self, value):
        if isinstance(value, complex) and self.exact and str(value.real)[0] == "-":
            return "(-" + self._value(-value) + ")"  # so that a real part of -0.0 stays one
        if isinstance(value, (float, complex)):
            return self._signed(repr(value).replace("inf", _INFINITE).replace("nan", "(%s-%s)" % (_INFINITE, _INFINITE)))
        if self.braces and isinstance(value, str):
            return quoted(value)
        return self._signed(repr(value))

    def _signed(self, text):
        return "(" + text + ")" if self.exact and text[0] == "-" else text

    def _JoinedStr(self, node):
        quotes, whole = _QUOTES, ""
        if self.braces:
            return "f" + quoted("".join([self._part(x) for x in node.values]))
        for x in node.values:
            text, quotes = literal(self._part(x), quotes, name(x) == "Constant")
            whole += text
        return "f" + quotes[0] + whole + quotes[0]

    def _FormattedValue(self, node):
        return "f" + quoted(self._part(node))

    def _part(self, node):
        kind = name(node)
        if kind == "JoinedStr":
            return "".join([self._part(x) for x in node.values])
        if kind == "Constant":
            if not isinstance(node.value, str):
                raise ValueError("Constants inside JoinedStr should be a string.")
            return node.value.replace("{", "{{").replace("}", "}}")
        inner = Texts(True, self.exact).of(node.value, TEST + 1)
        if "\\" in inner:
            raise ValueError("Unable to avoid backslash in f-string expression part")
        text = "{ " + inner if inner.startswith("{") else "{" + inner
        if node.conversion != -1:
            text += "!" + chr(node.conversion)
        return text + (":" + self._part(node.format_spec) if node.format_spec else "") + "}"

    # Patterns.

    def _MatchValue(self, node):
        return self.of(node.value)

    def _MatchSingleton(self, node):
        return repr(node.value)

    def _MatchSequence(self, node):
        return "[" + self.list(node.patterns) + "]"

    def _MatchStar(self, node):
        return "*" + (node.name or "_")

    def _MatchMapping(self, node):
        parts = [self.of(k) + ": " + self.of(p) for k, p in zip(node.keys, node.patterns)]
        return "{" + ", ".join(parts + (["**" + node.rest] if node.rest is not None else [])) + "}"

    def _MatchClass(self, node):
        parts = [self.of(p) for p in node.patterns] + [k + "=" + self.of(p) for k, p in zip(node.kwd_attrs, node.kwd_patterns)]
        return self.of(node.cls, ATOM) + "(" + ", ".join(parts) + ")"

    def _MatchAs(self, node):
        if node.name is None:
            return "_"
        if node.pattern is None:
            return node.name
        return self.of(node.pattern, BITOR) + " as " + node.name, TEST

    def _MatchOr(self, node):
        return " | ".join([self.of(p, BITOR + 1) for p in node.patterns]), BITOR


def literal(text, quotes=_QUOTES, escape_lines=False):
    """What stands for a text between quotes, and which of the quotes may be around it."""
    inner = "".join([c if not escape_lines and c in "\n\t" or c != "\\" and c.isprintable() else c.encode("unicode_escape").decode() for c in text])
    fit = [q for q in quotes if q not in inner and ("\n" not in inner or q in _LONG_QUOTES)]
    if not fit:
        whole = repr(text)
        return whole[1:-1], [next((q for q in quotes if whole[0] in q), whole[0])]
    if inner:
        fit.sort(key=lambda q: q[0] == inner[-1])
        if fit[0][0] == inner[-1]:
            inner = inner[:-1] + "\\" + inner[-1]
    return inner, fit


def quoted(text, quotes=_QUOTES):
    """A literal for a text, with as few backslashes as there may be."""
    inner, fit = literal(text, quotes)
    return fit[0] + inner + fit[0]


def docstring(text):
    """The literal of a docstring."""
    return quoted(text, _LONG_QUOTES)
