for source in ("1 +", "a b", "(", "x = 1", "'abc", "1 if 2", "lambda: (yield", "f(**a, *b)", "{1:2, 3}", "[x for x]", "not", "a.1", "1 = 2", "\n  x"):
    try:
        print(eval(source))
    except SyntaxError as e:
        print(repr(source), "->", e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
eval("1 ++ ")
