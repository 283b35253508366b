import re

TOKEN = re.compile(r"\s*(?:(\d+\.?\d*)|(.))")


def tokens(text):
    for number, op in TOKEN.findall(text.rstrip()):
        yield float(number) if "." in number else int(number) if number else op
    yield "end"


class Parser:
    def __init__(self, text):
        self.it = tokens(text)
        self.tok = next(self.it)

    def advance(self):
        tok, self.tok = self.tok, next(self.it, "end")
        return tok

    def expr(self, level=0):
        left = self.unary()
        while isinstance(self.tok, str) and (p := {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}.get(self.tok, 0)) > level:
            op = self.advance()
            right = self.expr(p - (op == "^"))
            left = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b, "^": pow}[op](left, right)
        return left

    def unary(self):
        tok = self.advance()
        if tok == "-":
            return -self.expr(2)
        if tok == "(":
            v = self.expr()
            if self.advance() != ")":
                raise SyntaxError("missing )")
            return v
        if isinstance(tok, str):
            raise SyntaxError(f"unexpected {tok!r}")
        return tok


for text in ("1 + 2 * 3", "(1+2)*3", "2^3^2", "-2^2 + 10/4", "8 - 3 - 2", "1 +", "(1", "2 * $", "1/0"):
    try:
        print(text, "=", Parser(text).expr())
    except (SyntaxError, ArithmeticError) as e:
        print(text, "!", type(e).__name__, e)
