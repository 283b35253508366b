def t(s):
    try: compile(s, 'f.py', 'exec'); print('fine', repr(s))
    except SyntaxError as e: print(repr(s), '->', type(e).__name__, e.args)
for m in 'match(a)', 'match[0]', 'match -1', 'match(a).b', 'match()', 'match(*a)', 'match(a=1)', 'match.x', 'match = 5', 'match(a), 5', 'match(a); x', 'match(a) + 1', 'match', 'match * 2', 'match not in x', 'match[a:b]', 'match(a)(b)', 'match {}', 'match(**a)', 'match (x for x in y)', 'match(a) if b else c', 'match: int', 'match += 1', 'x = match(a)', 'case(a)', 'if match(a): pass', 'match(a)\nmatch(b)':
    for bad in "f('s')b'x'", 'x = ', 'a b', 'if x', 'def f(:', 'print "x"', 'x = (1', "'abc", 'x = 5 = 6 =', 'else:':
        t(m + '\n' + bad + '\n'); t('def f():\n  if x:\n    ' + m.replace('\n', '\n    ') + '\n' + bad + '\n')
    t(m + '\n')
    t('a b\n' + m + '\n')
    t('if x:\n  a b\n  ' + m.replace('\n', '\n  ') + '\n')
    t('if x:\n  ' + m.replace('\n', '\n  ') + '\n  a b\n')
