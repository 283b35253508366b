inner = ExceptionGroup("inner", [KeyError("k"), OSError("o")])
outer = ExceptionGroup("outer", [ValueError("v"), inner])
match, rest = outer.split(KeyError)
print(match, match.exceptions)
print(rest, rest.exceptions)
print(outer.subgroup(lambda e: isinstance(e, ValueError)).exceptions)
print(outer.derive([TypeError("t")]))
try:
    raise outer
except* KeyError as e:
    print("handled", e.exceptions[0].exceptions)
