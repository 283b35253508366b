"""Python 3.11 has the names and letters of Unicode 14, and Unicode's other names of characters."""
names = """LINE FEED|NUL|EOM|SOH|NBSP|BELL|BEL|VS1|VS17|VS256|WEIERSTRASS ELLIPTIC FUNCTION|LATIN CAPITAL LETTER GHA|LATIN CAPITAL LETTER OI
HENTAIGANA LETTER E-1|FVS4|MEDEFAIDRIN SMALL LETTER NG|latin small letter a|KAWI LETTER A|MODIFIER LETTER CYRILLIC SMALL A|VS257|VS0
CJK UNIFIED IDEOGRAPH-9FFF|CJK UNIFIED IDEOGRAPH-31350|HANGUL SYLLABLE GAG|HANGUL SYLLABLE GAX|TELUGU SIGN NUKTA"""
for name in names.replace("\n", "|").split("|"):
    try:
        print(name, ascii(eval(f"'\\N{{{name}}}'")))
    except SyntaxError as e:
        print(name, e.msg)
for code in 0x1E030, 0x11F04, 0x31350, 0x2118, 0x309B, 0xAA, 0x1F600:
    c = chr(code)
    try:
        exec(c + " = 1")
        print(hex(code), "begins a name", c.isidentifier(), c.isalpha())
    except SyntaxError as e:
        print(hex(code), e.msg, c.isidentifier(), c.isalpha())
    try:
        type("C", (), {"__slots__": ("_" + c, c)})
    except TypeError as e:
        print(e)
