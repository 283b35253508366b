for code in ("'abc'.find('c', 1, 2)", "'abc'.find([], 'x')", "'abc'.index('z')", "'abc'.find(5)", "'abc'.count('', 1)", "'abc'.rfind('', 9)", "'héé'.rindex('é')", "'abc'.startswith(('x', 'a'))", "'abc'.startswith(['a'])", "'abc'.endswith('c', None, -1)", "'aXbX'.replace('X', '', 1)", "'abc'.replace('', '-')", "b'abc'.find(98)", "b'abc'.find('b')", "'abc'.split('')", "'a b'.split(None, 0)", "','.join([1])", "'abc'.join('xyz')", "'x'.center(5, 'ab')", "'x'.zfill('3')"):
    try:
        print(code, "=", repr(eval(code)))
    except Exception as e:
        print(code, "->", type(e).__name__, e)
