for n in (0, 65, 0x10ffff, 0x110000, -1, 2**31, 2**63, -2**70, True, 65.0, "a"):
    try:
        print(ascii(chr(n)))
    except Exception as e:
        print(type(e).__name__, e)
for s in ("a", "", "ab", b"a", b"ab", 5, "\U0010ffff", ["a"]):
    try:
        print(ord(s))
    except Exception as e:
        print(type(e).__name__, e)
