# Two expressions side by side, of which the second has mistakes of its own.
for s in 'a f(b=1, c)', 'a f(b=1, *c, d)', 'a f(**b, c)', 'a f(b=1, *c)', '(a f(b=1, c))', 'a f(x for x in y, z)', 'a f(b=)', 'a f(1=2)', 'a [f(b=1,c)]', 'a (b=1, c)', 'a b(c=1, d) e', 'a f(True=1)', 'a f(b for b in c, d=1)', 'a lambda x: f(b=1, c)', 'a not f(b=1,c)', 'a -f(b=1,c)', 'print f(b=1,c)', 'a.b f(b=1,c)', 'a f(x := 1, b=1, c)', 'f(a b(c=1, d))', 'a "f(b=1,c)"', 'a f"{g(b=1,c)}"', 'a f(b c)', 'a [b c]', 'a {b: c d}','a {b: }', 'a {**b: c}', 'a (b, c d)', 'a (yield = 1)', 'a [x for x in 1, 2]', 'a f(a.b=1)', 'a f(b=1)(c=2, d)':
    try: compile(s, 'm', 'exec'); print(s, 'ok')
    except SyntaxError as e: print(s, (type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset))
