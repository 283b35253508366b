try: eval('')
except SyntaxError as e: print(e.args, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset)
for src in ('', ' ', '\n', '#', '1 +', '(', 'a b', 'x = 1', '\n\n1 1', 'def', '"', "'''", '1 if', 'lambda', '[1, 2', 'f(', '{', '}', 'é é', '\t1', '  1', '1\n2', '1;2', 'yield', 'await x', 'return', '*a', 'a := 1', 'not', 'for', '0777', '1__0', '1_', '0x', '1e', '1.2.3' , '$', '?', '!', 'a!b', '\\\n1', 'f"{"', "f'{}'", 'None = 1', 'x.1'):
    for kind in ('eval', 'exec'):
        try: compile(src, 'f.py', kind); print('ok', kind, repr(src))
        except SyntaxError as e: print(repr(src), kind, type(e).__name__, e.msg, e.lineno, e.offset, repr(e.text), e.end_lineno, e.end_offset)
        except Exception as e: print(repr(src), kind, type(e).__name__, e)
