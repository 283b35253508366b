import shlex
for s in ['a "b c" d','a\\ b \'c\\d\' "e\\"f\\g"','x=1;y # c','""  a','a\'b\'c','~/a b*?','a#b c']:
    print(shlex.split(s), shlex.split(s,comments=True), shlex.split(s,posix=False), list(shlex.shlex(s)), list(shlex.shlex(s,posix=True)), list(shlex.shlex(s,punctuation_chars=True)), list(shlex.shlex(s,posix=True,punctuation_chars=True)))
for s in ['a "b',"a 'b",'a\\']:
    for f in (shlex.split, lambda s: list(shlex.shlex(s))):
        try: print(f(s))
        except ValueError as e: print(repr(e))
print(shlex.quote("a b'c"), shlex.quote(''), shlex.quote('a/b-c.d'), shlex.join(['a b','c',"d'e"]))
l=shlex.shlex('a && b || c; d >e 2>&1 (f|g)', punctuation_chars=True); print(list(l)); print(l.lineno, l.error_leader('f'))
l=shlex.shlex('a b\nc d'); print(l.get_token(), l.get_token()); l.push_token('z'); print(l.get_token(), l.get_token(), l.lineno, repr(l.get_token()), repr(l.get_token()))
l=shlex.shlex("a 'b' \"c\\\"d\" e,f", posix=True); l.whitespace+=','; print(list(l))
