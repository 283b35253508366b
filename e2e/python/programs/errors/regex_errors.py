import re

for pattern in ("(", "[a", "*x", "a{2,1}", "(?P<n>a)(?P<n>b)", "\\", "(?z)", "(?P=x)", "[z-a]", ")"):
    try:
        re.compile(pattern)
        print(pattern, "compiled")
    except re.error as e:
        print(repr(pattern), "->", e, e.pos)
print(re.match("a", "b"))
re.match("(a)", "a").group(2)
