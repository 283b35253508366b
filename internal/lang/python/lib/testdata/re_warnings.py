import re, warnings
warnings.simplefilter('always')
def f(p, *a):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        try: re.compile(p, *a)
        except Exception as e: print(p, type(e).__name__, e)
    print(repr(p), [(str(x.message), x.category.__name__, x.lineno, x.filename.rpartition('/')[2]) for x in w])
for p in ['[[a]', '[a[b]', '[a--b]', '[--b]', '[a&&b]', '[a||b]', '[a~~b]', '[&&]', '[[:alpha:]]', '[a-z--c]', '(a)(?(+1)b|c)', '(a)(?( 1 )b)', '(a)(?(1_0)b)', rb'(?P<\xc3\xa9>a)', rb'[[a]', '(?x) [[ a]', '[]-a-]', '[^[a]', r'[\w--a]', '[+--]', '[a-]']:
    f(p); f(p)
def g(p, r, s):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        try: print(re.sub(p, r, s))
        except Exception as e: print(p, type(e).__name__, e)
    print(repr(p), [(str(x.message), x.category.__name__, x.lineno, x.filename.rpartition('/')[2]) for x in w])
g('(a)', r'\g<+1>', 'a'); g('(a)', r'\g<01>', 'a'); g('(a)', r'\g< 1 >', 'a'); g(rb'(a)', rb'\g<+1>', b'a')
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try: re.compile('[[x]')
    except FutureWarning as e: print('error', e)
try: re.compile(r'(?<=((.{%d}){%d}){%d})' % (2**15,2**15,2**15))
except Exception as e: print(e)
try: re.compile(r'(?<=a*)')
except Exception as e: print(e)
for p in ['(?P<\xb5>a)'.encode('latin-1'), '(?P<\xb5>a)(?P=\xb5)'.encode('utf-8'), '(?P<\xb5>a)(?(\xb5)b)'.encode('utf-8')]: f(p)
g('(?P<a>x)'.encode(), r'\g<µ>'.encode(), b'xx')
g('(?P<µ>x)'.encode(), r'\g<µ>'.encode(), b'xx')
m = re.match('a', 'a')
for i in (2**64, -2**64, 5, '\x00', 'x'):
    for fn in (m.group, m.start, m.end, m.span, m.__getitem__):
        try: fn(i)
        except Exception as e: print(i, type(e).__name__, e)
