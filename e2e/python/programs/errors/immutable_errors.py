for act in (
    "t = (1, 2); t[0] = 3",
    "s = 'abc'; s[0] = 'x'",
    "b = b'abc'; b[0] = 1",
    "del (1, 2)[0]",
    "frozenset().add(1)",
    "(1).x = 1",
    "int.x = 1",
    "None.x = 1",
    "len.x = 1",
    "range(3)[0] = 1",
    "t = ([],); t[0] += [1]",
):
    try:
        exec(act)
    except Exception as e:
        print(act, "->", type(e).__name__, e)
t = ([],)
t[0] += [1, 2]
