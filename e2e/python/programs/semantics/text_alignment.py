"""Padding, stripping, casing and joining of text at the edges of what they take."""
s = "  Mixed CASE text\t\n"
print([s.strip(), s.lstrip(), s.rstrip(), s.strip(" \nM"), "xyxaxy".strip("xy"), "aaa".strip("a"), "".strip(), "\u2003x\u00a0".strip(), "\x1fx\x1c".strip(), "\u200bx".strip()])
print(["ab".center(5, "*"), "abc".center(6, "-"), "a".center(4, "."), "ab".center(1), "ab".ljust(4) + "|", "ab".rjust(4, "0"), "-5".zfill(5), "+".zfill(3), "--1".zfill(6), "".zfill(2), "é".zfill(3)])
print(["a\tbc\td".expandtabs(), "a\tb".expandtabs(0), "ab\tc\n\td".expandtabs(4), "\t".expandtabs(-1), "a\rb\tc".expandtabs(3)])
print(["hELLO wORLD".capitalize(), "they're bill's".title(), "x1y 2z".title(), "ÀÉ ß".lower(), "ß ŉ".upper(), "ß".casefold(), "ﬁ".upper(), "Ǆ".title(), "aBc".swapcase(), "İ".lower().encode(), "Σας ΣΑΣ".lower()])
print(["".join(["a"]), ", ".join("abc"), "-".join({"k": 1, "j": 2}), "".join(()), "ab".join(["x", "", "y"]), "é".join("😀x")])
print(["a b  c".split(" "), "a b  c".split(), " a b ".split(" ", 1), "a b c".rsplit(None, 1), "".split(), "".split(","), "aXXbX".split("XX"), "abc".split("abc"), "a,b".rsplit(",", 0), "a\x0bb\x1cc\u2028d\x85e".splitlines(), "a\n\nb\n".splitlines(True), "\u2003a\u2003b".split()])
print(["abc".partition("b"), "abc".partition("z"), "abcb".rpartition("b"), "abc".rpartition("z"), "a::b".partition("::")])
print(["prefix".removeprefix("pre"), "prefix".removesuffix("fix"), "x".removeprefix("xx"), "aaa".removesuffix("a"), "x".removesuffix("")])
print("abcabc".find("c", 3), "abc".find("", 3), "abc".find("", 4), "abc".rfind("", 0, 1), "aaaa".count("aa"), "abc".count(""), "abc".count("", 2), "abcabc".index("b", -3), "x".find("y", -100, 100), "".find(""), "" in "", "abc".startswith("", 4), "abc".startswith("", 3), "abc".endswith(("x", "bc")), "abc".startswith(()))
tests = ("", "a", "A1", "1", "²", "½", "٣", "Ⅷ", "a b", "_x", "Ab", "AB", " \t", "é", "x\n", "一", "ǅ", "class")
for name in "isalpha isalnum isdecimal isdigit isnumeric isidentifier islower isupper istitle isspace isprintable isascii".split():
    print(f"{name:13}", *("01"[getattr(t, name)()] for t in tests))
print("abc" < "abd", "Z" < "a", "a" < "aa", "" < "a", "é" > "z", "10" < "9", min("hello"), max(["b", "aa"], key=len), sorted("hello"), "abc" * -1 == "", 3 * "ab", "a" "b")
print("hello".translate({104: "J", ord("l"): None, "o": "0"}), "abc".translate(str.maketrans("ab", "xy", "c")), "aéa".replace("a", "b", -1), "abc".replace("", "-", 2), "".replace("", "x"), "aaa".replace("aa", "b"))
print(repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("\\\t\r\n\x00\x7f\xa0\u200b\U0001f600\ud800"), ascii("é😀"), str(b"x'"), "%r" % ("q'",))
print("{:>{w}}|{!r:^7}|{0}".replace("{0}", "").format(1, "x", w=4), "{0.__class__.__name__} {1[0]} {2[k]}".format(1, "ab", {"k": 5}), "{:{}{}}".format("z", ">", 3), "{{}} {}".format(1), "{a}{a!s}".format_map({"a": 2}))
for code in ("'a'.center(3, '')", "'a'.ljust('3')", "'a'.join([1, 2])", "'a'.join(5)", "'a' + 1", "1 + 'a'", "'a' * 1.5", "'a' * 'b'", "'abc'[3]", "'abc'.split('')", "'abc'.partition('')", "'abc'.index('z')", "'a'.replace('a')", "str.maketrans('ab', 'c')", "str.maketrans({'ab': 1})", "'a'.translate({97: 0x110000})", "'a'.encode('nope')", "'{} {0}'.format(1)", "'{'.format()", "'}'.format()", "'{}'.format()", "'{x}'.format()", "'{0.y}'.format(1)", "'{0[z]}'.format({})", "'{!x}'.format(1)", "'{:q}'.format(1)", "'abc'.startswith(1)", "'a' in 5", "5 in 'a'", "'a' < 1", "ord('ab')", "ord('')", "chr(-1)", "'x'.zfill()", "'%d' % 'x'", "'%s %s' % 1", "'%s' % (1, 2)", "'%(a)s' % {}", "'%(a)s' % 1", "'%z' % 1", "'%' % ()", "'%c' % 'ab'", "'%c' % -1", "'%*d' % ('a', 1)", "'a'.x", "str(b'a', 'utf-8', 5)", "str(5, 'ascii')", "'a'.expandtabs('x')"):
    try:
        print(code, "=", repr(eval(code)))
    except Exception as e:
        print(code, "!", type(e).__name__, e)
