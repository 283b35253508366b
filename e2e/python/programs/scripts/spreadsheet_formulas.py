"""A little spreadsheet: formulas by a safe evaluator over tokens, dependencies, cycles, lazy recalculation."""
import math
import operator
import re
import string
import sys
from collections import defaultdict
from itertools import product


class CellError(Exception):
    """An error that is shown in a cell."""


TOKEN = re.compile(r"\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?)|([A-Z]+\d+)(?::([A-Z]+\d+))?|([A-Z]+)(?=\()|(\"[^\"]*\")|(<=|>=|<>|[-+*/^&=<>(),%]))")
LEVELS = [{"=": operator.eq, "<>": operator.ne, "<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge}, {"&": lambda a, b: f"{show(a)}{show(b)}"}, {"+": operator.add, "-": operator.sub}, {"*": operator.mul, "/": operator.truediv}, {"^": operator.pow}]


def column(name):
    n = 0
    for c in name:
        n = n * 26 + string.ascii_uppercase.index(c) + 1
    return n


def letters(n):
    out = ""
    while n:
        n, r = divmod(n - 1, 26)
        out = string.ascii_uppercase[r] + out
    return out


def split(ref):
    m = re.fullmatch(r"([A-Z]+)(\d+)", ref)
    return column(m[1]), int(m[2])


def show(v):
    match v:
        case bool():
            return str(v).upper()
        case float() if v.is_integer() and abs(v) < 1e15:
            return str(int(v))
        case float():
            return f"{v:.6g}"
        case None:
            return ""
    return str(v)


def numbers(args):
    for a in args:
        if isinstance(a, list):
            yield from numbers(a)
        elif isinstance(a, (int, float)) and not isinstance(a, bool):
            yield a


FUNCTIONS = {
    "SUM": lambda *a: math.fsum(numbers(a)), "AVG": lambda *a: math.fsum(n := [*numbers(a)]) / len(n), "MAX": lambda *a: max(numbers(a), default=0),
    "COUNT": lambda *a: len([*numbers(a)]), "IF": lambda c, a, b=False: a if c else b, "ROUND": lambda x, n=0: round(x, int(n)), "LEN": lambda s: len(show(s)), "UPPER": str.upper,
}


class Sheet:
    def __init__(self):
        self.source, self.cache, self.users = {}, {}, defaultdict(set)
        self.computing, self.computed = [], 0

    def __setitem__(self, ref, text):
        self.source[ref] = text
        self.forget(ref)

    def forget(self, ref):
        self.cache.pop(ref, None)
        for user in self.users.pop(ref, ()):
            self.forget(user)

    def __getitem__(self, ref):
        if self.computing:
            self.users[ref].add(self.computing[-1])
        if ref not in self.cache:
            if ref in self.computing:
                raise CellError(f"#CYCLE {'>'.join([*self.computing[self.computing.index(ref):], ref])}")
            self.computing.append(ref)
            self.computed += 1
            try:
                self.cache[ref] = self.value(self.source.get(ref))
            except ZeroDivisionError:
                self.cache[ref] = CellError("#DIV/0")
            except (TypeError, ValueError, KeyError) as e:
                self.cache[ref] = CellError(f"#VALUE {type(e).__name__}")
            except CellError as e:
                self.cache[ref] = e
            finally:
                self.computing.pop()
        value = self.cache[ref]
        if isinstance(value, CellError):
            raise value
        return value

    def value(self, text):
        if text is None or not text.startswith("="):
            try:
                return float(text)
            except (TypeError, ValueError):
                return text
        tokens, at = [], 1
        while at < len(text):
            m = TOKEN.match(text, at)
            if m is None:
                raise CellError(f"#SYNTAX {text[at:]}")
            tokens.append(m.groups())
            at = m.end()
        tokens.append((None,) * 6)
        result = self.level(tokens, 0)
        if len(tokens) > 1:
            raise CellError(f"#SYNTAX {next(filter(None, tokens[0]))}")
        return result

    def level(self, tokens, n):
        if n == len(LEVELS):
            return self.atom(tokens)
        left = self.level(tokens, n + 1)
        while f := LEVELS[n].get(tokens[0][5]):
            tokens.pop(0)
            left = f(left, self.level(tokens, n + 1))
        return left

    def atom(self, tokens):
        match tokens.pop(0):
            case (str(number), *_):
                value = float(number)
            case (_, str(ref), None, *_):
                value = self[ref]
            case (_, str(first), str(last), *_):
                (c1, r1), (c2, r2) = split(first), split(last)
                value = [self[f"{letters(c)}{r}"] for r, c in product(range(r1, r2 + 1), range(c1, c2 + 1))]
            case (*_, str(name), None, None):
                tokens.pop(0)
                args = []
                while tokens[0][5] != ")":
                    args.append(self.level(tokens, 0))
                    if tokens[0][5] == ",":
                        tokens.pop(0)
                    elif tokens[0] == (None,) * 6:
                        raise CellError("#SYNTAX end")
                tokens.pop(0)
                value = FUNCTIONS[name](*args)
            case (*_, str(text), None):
                value = text[1:-1]
            case (*_, "("):
                value = self.level(tokens, 0)
                tokens.pop(0)
            case (*_, "-"):
                value = -self.atom(tokens)
            case other:
                raise CellError(f"#SYNTAX {other[-1]}")
        while tokens and tokens[0][5] == "%":
            tokens.pop(0)
            value /= 100
        return value

    def text(self, ref):
        try:
            return show(self[ref])
        except CellError as e:
            return str(e)


sheet = Sheet()
for line in sys.stdin:
    ref, _, text = line.strip().partition(" ")
    if ref == "?":
        before = sheet.computed
        print(text, "->", " | ".join(sheet.text(r) for r in text.split()), f"({sheet.computed - before})")
    elif ref:
        sheet[ref] = text
print([letters(n) for n in (1, 26, 27, 702, 703)], column("ZZ"), split("AB12"))
