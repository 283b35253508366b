def none(): pass
def one(a): pass
def opt(a=1): pass
def two(a, b=2): pass
def kw(a=1, *, k, m=2): pass
def slash(a, b, /): pass
def three(a, b, c): pass
for code in ("none(1)", "one()", "one(1, 2)", "opt(1, 2)", "opt(1, 2, 3)", "two(1, 2, 3)", "kw(1, 2, k=1)", "kw()", "kw(1, 2)", "slash(b=1, a=2)", "slash(1, b=2)", "three()", "three(1)", "three(1, c=2)", "three(1, a=2)", "one(b=1)", "one(1, b=2)", "kw(k=1, z=2)"):
    try:
        eval(code)
        print(code, "fine")
    except TypeError as e:
        print(code, "->", e)
