"""A little language: scanner, Pratt parser, closures as code; functions, recursion, errors with places."""
import math
import re
import sys
from collections import ChainMap
from typing import NamedTuple


class Token(NamedTuple):
    kind: str
    text: str
    line: int
    column: int


class LangError(Exception):
    def __init__(self, message, token):
        super().__init__(message)
        self.token = token

    def __str__(self):
        return f"{self.token.line}:{self.token.column}: {self.args[0]}"


class Return(Exception):
    pass


SPEC = {"num": r"\d+(?:\.\d*)?|\.\d+", "str": r'"(?:\\.|[^"\\])*"', "name": r"[^\W\d]\w*", "op": r"\*\*|[-+*/%^<>=!]=|&&|\|\||[-+*/%<>=!(){},;?:\[\]]", "line": r"\n", "skip": r"[ \t]+|#[^\n]*", "bad": r"."}
SCANNER = re.compile("|".join(f"(?P<{k}>{v})" for k, v in SPEC.items()))
BINARY = {"=": (1, None), "?": (2, None), "||": (3, None), "&&": (4, None), "==": (5, lambda a, b: a == b), "<": (6, lambda a, b: a < b), ">": (6, lambda a, b: a > b), "+": (7, lambda a, b: a + b), "-": (7, lambda a, b: a - b), "*": (8, lambda a, b: a * b), "/": (8, lambda a, b: a / b), "%": (8, lambda a, b: a % b), "**": (10, lambda a, b: a**b), "(": (11, None), "[": (11, None)}


def scan(source):
    line, start = 1, 0
    for m in SCANNER.finditer(source):
        kind, token = m.lastgroup, Token(m.lastgroup, m[0], line, m.start() - start + 1)
        if kind == "line":
            line, start = line + 1, m.end()
        elif kind == "bad":
            raise LangError(f"stray {m[0]!r}", token)
        elif kind != "skip":
            yield token
    yield Token("end", "", line, len(source) - start + 1)


class Parser:
    def __init__(self, source):
        self.tokens = list(scan(source))
        self.at = 0

    @property
    def now(self):
        return self.tokens[self.at]

    def take(self, text=None):
        token = self.now
        if text is not None and token.text != text:
            raise LangError(f"{text!r} expected, not {token.text or 'the end'!r}", token)
        self.at += 1
        return token

    def expression(self, least=0):
        left = self.prefix(self.take())
        while (known := BINARY.get(self.now.text)) and self.now.kind == "op" and known[0] > least:
            left = self.infix(left, self.take(), *known)
        return left

    def prefix(self, t):
        match t:
            case Token("num", text):
                value = float(text) if "." in text else int(text)
                return lambda env: value
            case Token("str", text):
                value = text[1:-1].encode().decode("unicode_escape")
                return lambda env: value
            case Token("name", "fn"):
                return self.function()
            case Token("name", "return"):
                value = self.expression()

                def leave(env):
                    raise Return(value(env))

                return leave
            case Token("name", name):
                def load(env):
                    try:
                        return env[name]
                    except KeyError:
                        raise LangError(f"{name} isn't set", t) from None

                load.name = name
                return load
            case Token("op", "("):
                inner = self.expression()
                self.take(")")
                return inner
            case Token("op", "["):
                items = self.until("]")
                return lambda env: [i(env) for i in items]
            case Token("op", "-" | "!" as op):
                x = self.expression(9)
                return (lambda env: -x(env)) if op == "-" else (lambda env: not x(env))
            case Token("op", "{"):
                return self.block()
        raise LangError(f"unexpected {t.text or 'end'!r}", t)

    def infix(self, left, t, power, f):
        if t.text == "(":
            args = self.until(")")
            return lambda env: left(env)(*(a(env) for a in args))
        if t.text == "[":
            index = self.expression()
            self.take("]")
            return lambda env: left(env)[index(env)]
        if t.text == "?":
            yes = self.expression()
            self.take(":")
            no = self.expression(power - 1)
            return lambda env: yes(env) if left(env) else no(env)
        if t.text == "=":
            if not hasattr(left, "name"):
                raise LangError("only names can be set", t)
            value = self.expression(power - 1)

            def store(env):
                env[left.name] = result = value(env)
                return result

            return store
        right = self.expression(power - (t.text == "**"))
        if t.text == "&&":
            return lambda env: left(env) and right(env)
        if t.text == "||":
            return lambda env: left(env) or right(env)

        def binary(env):
            try:
                return f(left(env), right(env))
            except (TypeError, ArithmeticError) as e:
                raise LangError(str(e), t) from e

        return binary

    def until(self, end):
        items = []
        while self.now.text != end:
            items.append(self.expression())
            if self.now.text != end:
                self.take(",")
        self.take(end)
        return items

    def function(self):
        self.take("(")
        names = [p.name for p in self.until(")")]
        body = self.expression(1)

        def make(env):
            def call(*args):
                try:
                    return body(ChainMap(dict(zip(names, args, strict=True)), *env.maps))
                except Return as e:
                    return e.args[0]

            return call

        return make

    def block(self, end="}"):
        steps = []
        while self.now.text != end and self.now.kind != "end":
            steps.append(self.expression())
            if self.now.text == ";":
                self.take()
        if end:
            self.take(end)

        def run(env):
            result = None
            for step in steps:
                result = step(env)
            return result

        return run


def main():
    env = ChainMap({"print": lambda *a: print("  out:", *a), "sqrt": math.sqrt, "len": len, "map": lambda f, xs: [f(x) for x in xs], "pi": math.pi})
    for source in sys.stdin.read().split("\n---\n"):
        try:
            print(repr(Parser(source).block(end="")(env.new_child())))
        except (LangError, ValueError, IndexError, RecursionError) as e:
            print(type(e).__name__, e)


main()
