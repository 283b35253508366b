s = "héllo wörld 😀 日本"
print(len(s), s[1], s[12], s[-1], s[1:3], s[::-1])
print(s.find("w"), s.index("😀"), s.rfind("ö"), s.count("l"))
print([c for c in s if ord(c) > 127])
print(s.upper(), s.title(), s.encode()[:4], len(s.encode()), len(s.encode("utf-16-le")))
print("ß".upper(), "ǆ".title(), "İ".lower() == "i̇", "ΑΣ".lower(), "ﬁ".upper(), "ŉ".upper())
print("é" == "e\u0301", len("e\u0301"), sorted("zéaÉb"))
print(s.partition("😀"), s.split("ö"), "日本" in s, s.replace("l", "L", 2))
for i, c in enumerate("a😀b"):
    print(i, c, hex(ord(c)))
print("%5s|%-5s|" % ("é", "日"), f"{'😀':>3}|{'é':^5}|", "é".center(5, "*"))
print("a\u2028b\x85c\x0bd".splitlines(), "x\u3000y\xa0z".split(), "\u3000 x".strip())
print("\ud83d\ude00" == "😀", len("\ud83d"), repr("\ud800\u200b\xad\u0378"))
