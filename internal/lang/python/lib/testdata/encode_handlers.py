def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
for s in 'aé', '日本', '😀', '\ud800', '\x80', '\ufffe', '가', '㐀', 'ǅ\n', '\x00é':
    for enc in 'ascii', 'latin-1', 'utf-8', 'cp1252', 'utf-16', 'utf-32-le':
        for e in 'namereplace', 'strict', 'ignore', 'backslashreplace', 'xmlcharrefreplace', 'surrogatepass', 'surrogateescape', 'nope':
            t(lambda: s.encode(enc, e))
