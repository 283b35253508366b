"""Sources made of trees: ast.unparse, and compile of a tree."""

from _ast_text import Texts, TUPLE, YIELD, docstring, name


def source(tree):
    """The source of a tree."""
    return _Writer().whole(tree)


def source_and_lines(tree, exact=False):
    """The source of a tree, and for each of its lines the line that its statement has in the tree."""
    writer = _Writer(exact)
    text = writer.whole(tree)
    numbers, now = [], 1
    for line, number in writer.lines:
        now = number or now
        numbers.extend([now] * (line.count("\n") + 1))
    if name(tree) == "Interactive":  # which is one line
        return text.replace("\n", "; "), numbers[:1]
    return text, numbers


class _Writer(Texts):
    def __init__(self, exact=False):
        super().__init__(False, exact)
        self.lines = []  # texts, each with the number that its statement has in the tree
        self.indent = 0
        self.number = None

    def whole(self, tree):
        if name(tree) in ("Module", "Interactive"):
            self.body(tree, name(tree) == "Module")
        elif isinstance(tree, list):
            for x in tree:
                self.statement(x)
        elif hasattr(self, "write" + name(tree)):
            self.statement(tree)
        else:
            return self.of(tree.body if name(tree) == "Expression" else tree)
        return "\n".join([line for line, _ in self.lines])

    def line(self, text):
        self.lines.append(("    " * self.indent + text, self.number))

    def gap(self):
        if self.lines:
            self.lines.append(("", self.number))

    def statement(self, node):
        self.number = getattr(node, "lineno", None) or self.number
        write = getattr(self, "write" + name(node), None)
        if write is None:
            self.line(self.of(node))
        else:
            write(node)

    def body(self, node, documented=False):
        """The statements of a module, a class or a function, whose first may be a docstring."""
        statements = node.body
        if documented and statements and name(statements[0]) == "Expr":
            value = statements[0].value
            if name(value) == "Constant" and isinstance(value.value, str):
                self.number = getattr(value, "lineno", None) or self.number
                self.line(("u" if getattr(value, "kind", None) == "u" else "") + docstring(value.value))
                statements = statements[1:]
        for x in statements:
            self.statement(x)

    def block(self, head, statements):
        self.line(head + ":")
        self.indent += 1
        for x in statements:
            self.statement(x)
        self.indent -= 1

    def otherwise(self, statements, word="else"):
        if statements:
            self.block(word, statements)

    def writeExpr(self, node):
        self.line(self.of(node.value, YIELD))

    def writePass(self, node):
        self.line("pass")

    def writeBreak(self, node):
        self.line("break")

    def writeContinue(self, node):
        self.line("continue")

    def writeReturn(self, node):
        self.line("return " + self.of(node.value) if node.value else "return")

    def writeDelete(self, node):
        self.line("del " + self.list(node.targets))

    def writeAssign(self, node):
        self.line("".join([self.of(x, TUPLE) + " = " for x in node.targets]) + self.of(node.value))

    def writeAugAssign(self, node):
        from _ast_text import _BINARY
        self.line("%s %s= %s" % (self.of(node.target), _BINARY[name(node.op)][0], self.of(node.value)))

    def writeAnnAssign(self, node):
        target = self.of(node.target)
        if not node.simple and name(node.target) == "Name":
            target = "(" + target + ")"
        self.line(target + ": " + self.of(node.annotation) + (" = " + self.of(node.value) if node.value else ""))

    def writeRaise(self, node):
        if not node.exc and node.cause:
            raise ValueError("Node can't be used without a value attribute.")
        self.line("raise" + (" " + self.of(node.exc) if node.exc else "") + (" from " + self.of(node.cause) if node.cause else ""))

    def writeAssert(self, node):
        self.line("assert " + self.of(node.test) + (", " + self.of(node.msg) if node.msg else ""))

    def writeImport(self, node):
        self.line("import " + self.list(node.names))

    def writeImportFrom(self, node):
        self.line("from " + "." * (node.level or 0) + (node.module or "") + " import " + self.list(node.names))

    def writeGlobal(self, node):
        self.line("global " + ", ".join(node.names))

    def writeNonlocal(self, node):
        self.line("nonlocal " + ", ".join(node.names))

    def writeIf(self, node):
        word = "if "
        while True:
            self.block(word + self.of(node.test), node.body)
            if len(node.orelse) != 1 or name(node.orelse[0]) != "If":
                return self.otherwise(node.orelse)
            node, word = node.orelse[0], "elif "
            self.number = getattr(node, "lineno", None) or self.number

    def writeWhile(self, node):
        self.block("while " + self.of(node.test), node.body)
        self.otherwise(node.orelse)

    def writeFor(self, node, word="for "):
        self.block(word + self.of(node.target, TUPLE) + " in " + self.of(node.iter), node.body)
        self.otherwise(node.orelse)

    def writeAsyncFor(self, node):
        self.writeFor(node, "async for ")

    def writeWith(self, node, word="with "):
        self.block(word + self.list(node.items), node.body)

    def writeAsyncWith(self, node):
        self.writeWith(node, "async with ")

    def writeTry(self, node, word="except"):
        self.block("try", node.body)
        for handler in node.handlers:
            self.number = getattr(handler, "lineno", None) or self.number
            head = word + (" " + self.of(handler.type) if handler.type else "") + (" as " + handler.name if handler.name else "")
            self.block(head, handler.body)
        self.otherwise(node.orelse)
        self.otherwise(node.finalbody, "finally")

    def writeTryStar(self, node):
        self.writeTry(node, "except*")

    def writeMatch(self, node):
        self.line("match " + self.of(node.subject) + ":")
        self.indent += 1
        for case in node.cases:
            self.block("case " + self.of(case.pattern) + (" if " + self.of(case.guard) if case.guard else ""), case.body)
        self.indent -= 1

    def writeFunctionDef(self, node, word="def "):
        returns = " -> " + self.of(node.returns) if node.returns else ""
        self.definition(node, "%s%s(%s)%s" % (word, node.name, self.parameters(node.args), returns))

    def writeAsyncFunctionDef(self, node):
        self.writeFunctionDef(node, "async def ")

    def writeClassDef(self, node):
        given = self.arguments_given(node.bases, node.keywords)
        self.definition(node, "class " + node.name + ("(" + given + ")" if given else ""))

    def definition(self, node, head):
        """A function or a class: a blank line, its decorators, and its body."""
        self.gap()
        for x in node.decorator_list:
            self.line("@" + self.of(x))
        self.line(head + ":")
        self.indent += 1
        self.body(node, True)
        self.indent -= 1


def checked(tree, mode):
    """What compile makes code of: source_and_lines of a tree that is sound."""
    from _ast_check import check
    check(tree, mode)
    return source_and_lines(tree, True)
