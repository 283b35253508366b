import re
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
def s_ident(scanner, token): return token
def s_operator(scanner, token): return "op%s" % token
def s_float(scanner, token): return float(token)
def s_int(scanner, token): return int(token)
scanner = re.Scanner([
    (r"[a-zA-Z_]\w*", s_ident),
    (r"\d+\.\d*", s_float),
    (r"\d+", s_int),
    (r"=|\+|-|\*|/", s_operator),
    (r"\s+", None),
    ])
t(lambda: scanner.scan("sum = 3*foo + 312.50+bar"))
t(lambda: scanner.scan("sum = 3*foo $ 312.50+bar"))
t(lambda: scanner.scan(""))
s = re.Scanner([(r"(a)(b)?", lambda s, t: (t, s.match.start(), s.match[0])), (r"X", 'const')], re.I)
t(lambda: s.scan("abAXxab"))
t(lambda: re.Scanner([("(", None)]))
t(lambda: re.Scanner([]).scan("abc"))
t(lambda: re.Scanner([("", None)]).scan("abc"))
t(lambda: s.flags)
t(lambda: len(s.lexicon))
t(lambda: re.Scanner([('(?P<x>a)', None), ('(?P<x>b)', 5)]).scan('abab'))
t(lambda: re.Scanner([('a|b', lambda *a: 1), ('c', 2)]).scan('abc'))
t(lambda: re.Scanner([('(a)\\1', lambda s,t: t), ('(c)\\1', lambda s,t: t)]).scan('aacc'))
p = re.compile('(a)|(b)').scanner('abxb')
m = p.match(); t(lambda: m.span()); m = p.match(); t(lambda: m.span()); t(lambda: p.match()); t(lambda: p.search())
p = re.compile('a').scanner('xaxa', 1, 3); t(lambda: p.search().span()); t(lambda: p.search()); t(lambda: p.pattern)
