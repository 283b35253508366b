"""The formulas that catalogs choose among plural forms by: expressions of C in the variable n."""

import re

_TOKEN = re.compile(r"\s*(?:(\d+)|(n\b)|(&&|\|\||[=!<>]=|[-+*/%<>!?:()]))")
_LEVELS = (("||",), ("&&",), ("==", "!="), ("<", ">", "<=", ">="), ("+", "-"), ("*", "/", "%"))
_MOST = 1000  # characters of a formula
_DEEPEST = 20


def _binary(op):
    return {
        "||": lambda a, b: lambda n: a(n) or b(n), "&&": lambda a, b: lambda n: a(n) and b(n),
        "==": lambda a, b: lambda n: int(a(n) == b(n)), "!=": lambda a, b: lambda n: int(a(n) != b(n)),
        "<": lambda a, b: lambda n: int(a(n) < b(n)), ">": lambda a, b: lambda n: int(a(n) > b(n)),
        "<=": lambda a, b: lambda n: int(a(n) <= b(n)), ">=": lambda a, b: lambda n: int(a(n) >= b(n)),
        "+": lambda a, b: lambda n: a(n) + b(n), "-": lambda a, b: lambda n: a(n) - b(n),
        "*": lambda a, b: lambda n: a(n) * b(n), "/": lambda a, b: lambda n: a(n) // b(n), "%": lambda a, b: lambda n: a(n) % b(n),
    }[op]


class _Parser:
    """Makes functions of expressions."""

    def __init__(self, text):
        self.tokens, at = [], 0
        while text[at:].strip():
            found = _TOKEN.match(text, at)
            if not found:
                raise ValueError("invalid token in plural form: %s" % text[at:].strip()[:1])
            self.tokens.append(found[0].strip())
            at = found.end()
        self.at = self.depth = 0

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self, token=None):
        found = self.peek()
        if token is not None and found != token:
            raise ValueError("unexpected end of plural form" if not found else "unexpected token in plural form: %s" % found)
        self.at += 1
        return found

    def choice(self):
        """The conditional operator, or what is above it."""
        self.depth += 1
        if self.depth > _DEEPEST:
            raise ValueError("plural form expression is too complex")
        test = self.level(0)
        if self.peek() == "?":
            self.take()
            yes = self.choice()
            self.take(":")
            no = self.choice()
            test = (lambda a, b, c: lambda n: b(n) if a(n) else c(n))(test, yes, no)
        self.depth -= 1
        return test

    def level(self, i):
        if i == len(_LEVELS):
            return self.operand()
        left = self.level(i + 1)
        while self.peek() in _LEVELS[i]:
            left = _binary(self.take())(left, self.level(i + 1))
        return left

    def operand(self):
        token, nots = self.take(), 0
        while token == "!":
            nots += 1
            token = self.take()
        if token == "(":
            value = self.choice()
            if self.peek() != ")":
                raise ValueError("unbalanced parenthesis in plural form")
            self.take()
        elif token == "n":
            value = lambda n: n
        elif token.isdigit():
            value = (lambda number: lambda n: number)(int(token))
        else:
            self.at -= 1
            self.take("n")
        for _ in range(min(nots, 2 - nots % 2)):
            value = (lambda a: lambda n: int(not a(n)))(value)
        return value


def c2py(plural):
    """A function of a formula: the number of the plural form for a count."""
    if len(plural) > _MOST:
        raise ValueError("plural form expression is too long")
    parser = _Parser(plural)
    value = parser.choice()
    if parser.peek():
        raise ValueError("unexpected token in plural form: %s" % parser.peek())

    def form(n):
        if not isinstance(n, int):
            n = _whole(n)
        return int(value(n))
    return form


def _whole(n):
    import warnings
    rounded = round(n)
    warnings.warn("Plural value must be an integer, got %s" % (n.__class__.__name__,), DeprecationWarning, 4)
    return rounded
