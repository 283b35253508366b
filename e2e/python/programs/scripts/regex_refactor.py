"""Refactors source text by regular expressions: look-around, back-references, named groups, functions, flags."""
import re
import sys
from collections import defaultdict

SOURCE = sys.stdin.read()

RULES = [
    ("tabs", re.compile(r"^\t+", re.M), lambda m: "    " * len(m[0])),
    ("trailing", r"[ \t]+(?=\n|\Z)", ""),
    ("snake", r"\b(?<!\.)([a-z]+)((?:[A-Z][a-z0-9]*)+)\b", lambda m: m[1] + re.sub(r"[A-Z]", lambda c: f"_{c[0].lower()}", m[2])),
    ("not in", r"\bnot (?P<x>\w+) in (?P<y>\w+)", r"\g<x> not in \g<y>"),
    ("compare", r"\b(\w+) == (None|True|False)\b", r"\1 is \2"),
    ("quotes", r"(?<![\\\w])'((?:[^'\\\n\"]|\\.)*)'", r'"\1"'),
    ("print", r"""(?mx) ^ (\s*) print \s+ (?!\() (.+?) \s* (;?) $  # the statement""", r"\1print(\2)\3"),
    ("doubled", r"\b(\w+)(\s+)\1\b", r"\1"),
    ("blank lines", r"\n{3,}", "\n\n"),
]


def refactor(text):
    report = {}
    for name, pattern, replacement in RULES:
        text, n = re.subn(pattern, replacement, text)
        if n:
            report[name] = n
    return text, report


text, report = refactor(SOURCE)
print(text, end="")
print(report)

DEFINITION = re.compile(
    r"""
    ^(?P<indent>[ ]*) (?P<kind>def|class) \s+ (?P<name>[^\W\d]\w*)
    (?: \( (?P<args> [^()]* ) \) )? \s* (?: -> \s* (?P<returns>[^:]+?) )? \s* :
    """,
    re.VERBOSE | re.MULTILINE,
)
for m in DEFINITION.finditer(text):
    line = text.count("\n", 0, m.start()) + 1
    args = re.split(r"\s*,\s*", m["args"]) if m["args"] else []
    print(line, m["kind"], m["name"], args, m["returns"], m.span("name"), m.lastgroup, len(m["indent"]))
print(DEFINITION.groups, DEFINITION.groupindex, bool(DEFINITION.flags & re.X))

calls = defaultdict(list)
for m in re.finditer(r"(?<!def )(?<!class )\b(?P<f>[a-z_]\w*)\s*\((?P<first>[^,()]*)", text):
    calls[m["f"]].append(m["first"])
print(dict(calls))
strings = re.compile(r'''("""|"|\')((?:\\.|(?!\1).)*)\1''', re.S)
print([m[2] for m in strings.finditer(text)], strings.sub(lambda m: f"<{len(m[2])}>", 'a "b\\"c" \'d\' """e"f"""'))

for pattern, subject in [
    (r"(a+)+$", "aaaaaaaaaaaaaaaaaaaaaab"), (r"(?i)straße", "STRASSE Straße"), (r"\d+(?=%)", "50% of 100, 7%"),
    (r"(?P<y>\d{4})-(?P<m>\d\d)", "2024-05 and 1999-12"), (r"(?:^|,)([^,]*)", "a,,b"), (r"x*", "axb"),
    (r"(?s).+?\.", "One.\nTwo."), (r"\b\w{3}\b", "the cat sat on a mat"), (r"(?<=\$)\d+(?:\.\d\d)?", "$5 €6 $7.25"),
    (r"(\w)(?:\w*)\1", "abca xyx no"), (r"(?(1)a|b)?(c)", "cab"), (r"[^\x00-\x7f]+", "naïve café Ω"), (r"(?>a+)b|ac", "aac aab"), (r"a{2,3}?", "aaaaa"), (r"\Aone|two\Z", "one two"),
]:
    print(pattern, re.findall(pattern, subject), end=" ")
    m = re.search(pattern, subject)
    print(m and (m.span(), m.groups(), m.groupdict()))
print(re.split(r"([-/])", "2024-05/06"), re.split(r"\W*", "ab c"), re.split(r",", "a,b,c", maxsplit=1), re.escape("a.b*c[d] e"))
print(re.match("(?P<a>.)(?P<b>.)?", "x").groupdict("-"), re.fullmatch("a|ab", "ab"), re.sub(r"(.)(.)?", r"[\2\1]", "abc"), re.match(r"\w+", "héllo wörld", re.A)[0])
for bad in "(", "a**", "[z-a]", "(?P<1>x)", "(?P<a>)(?P<a>)", r"\1", "(?<=a+)b", "*", "a{3,2}", "(?z)", "[", r"\p{L}", "(?P=x)":
    try:
        re.compile(bad)
        print(bad, "compiles")
    except re.error as e:
        print(f"{bad}: {e}; {e.msg!r} {e.pos} {e.colno}")
for attempt in lambda: re.sub("a", r"\g<x>", "a"), lambda: re.sub("a", r"\2", "a"), lambda: re.match("a", "a")["x"], lambda: re.match("a", b"a"), lambda: re.match("(a)", "a").group(2):
    try:
        print(attempt())
    except (re.error, IndexError, TypeError) as e:
        print(type(e).__name__, e)
