for s in ("Straße", "ŉ", "ǅungla", "ΣΑΣ", "ß", "ﬃ", "İı", "ÀÉ", "hello world's end", "x1y2", "٣²½", "", " \u2003", "日本"):
    print(repr(s), s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold(), [f() for f in (s.isalpha, s.isdigit, s.isdecimal, s.isnumeric, s.isalnum, s.isspace, s.isupper, s.islower, s.istitle, s.isidentifier, s.isprintable)])
