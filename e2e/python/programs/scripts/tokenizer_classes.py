import re
from typing import NamedTuple


class Token(NamedTuple):
    kind: str
    text: str
    line: int
    column: int


SPEC = [("NUMBER", r"\d+(?:\.\d+)?"), ("NAME", r"[^\W\d]\w*"), ("STRING", r'"[^"\n]*"'), ("OP", r"[-+*/=<>!]=?|[(){};,]"), ("NEWLINE", r"\n"), ("SKIP", r"[ \t]+|#.*"), ("BAD", r".")]
PATTERN = re.compile("|".join(f"(?P<{k}>{p})" for k, p in SPEC))


def tokenize(code):
    line, start = 1, 0
    for m in PATTERN.finditer(code):
        kind = m.lastgroup
        if kind == "NEWLINE":
            line, start = line + 1, m.end()
        elif kind == "BAD":
            raise SyntaxError(f"{m.group()!r} at {line}:{m.start() - start}")
        elif kind != "SKIP":
            yield Token(kind, m[0], line, m.start() - start)


for t in tokenize('let größe = 3.5 * (x1 + 2); # note\nprint("a b")\n'):
    print(t.kind, t.text, t.line, t.column)
list(tokenize("a = 1\nb ? 2"))
