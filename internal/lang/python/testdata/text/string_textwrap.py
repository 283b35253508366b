import string, textwrap
print(string.printable.encode(), string.capwords('  hello wORLD x'), string.capwords('a-b','-'))
t=string.Template('$who likes ${what} $$5 $'); 
for f in (t.substitute,t.safe_substitute):
    try: print(f(who='A',what='B'))
    except Exception as e: print(type(e).__name__, e)
t=string.Template('$who likes ${what} $$5'); print(t.substitute({'who':1},what=2), t.safe_substitute(who=1), t.is_valid(), t.get_identifiers())
try: t.substitute(who=1)
except KeyError as e: print(repr(e))
class T(string.Template): delimiter='%'
print(T('%a $b %%').substitute(a=1))
f=string.Formatter()
print(f.format('{0} {x!r:>5} {y[1]} {z.real:{w}}', 1, x='a', y=[1,2], z=3, w='04d'), f.format('{}{{}}{}',1,2), list(f.parse('a{b!r:c}d{{}}e{}')))
for s in ['{','}','{0','{!}','{a!}','{a!rx}','{0}{}','{}{0}']:
    try: print(f.format(s,1,2))
    except Exception as e: print(s,type(e).__name__, e)
text="""The quick brown fox jumped over the lazy dog-house. It's a well-known fact--or so they say--that   foxes jump. Averyveryverylongwordindeedthatcannotfit here."""
for kw in [dict(),dict(width=20),dict(width=15,break_long_words=False),dict(width=20,initial_indent='* ',subsequent_indent='  '),dict(width=30,max_lines=2),dict(width=12,break_on_hyphens=False),dict(width=20,fix_sentence_endings=True),dict(width=20,drop_whitespace=False),dict(width=25,max_lines=1,placeholder='...')]:
    print(textwrap.wrap(text,**kw))
print(textwrap.fill('hello world '*10, 33)); print(textwrap.shorten('Hello  world, this is   text',width=15), textwrap.shorten('Hello',width=5), textwrap.shorten("Hello world", width=10, placeholder="..."))
print(repr(textwrap.dedent("""
    a
      b
   \t
    c
""")), repr(textwrap.indent('a\n\nb\n','> ')), repr(textwrap.indent('a\n\nb','> ',lambda l: True)), repr(textwrap.dedent('\ta\n\t b')), repr(textwrap.dedent(' a\n\tb')))
