d = {}
for key in ("a", 1, ("t", 2), "it's", 'both \' and "', None, "new\nline"):
    try:
        d[key]
    except KeyError as e:
        print(str(e), repr(e))
d["multi\nline"]
