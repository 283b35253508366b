names = """cp437 cp850 cp852 cp855 cp858 cp866 cp1250 cp1251 cp1252 cp1253 cp1254 cp1256 cp1257 iso8859_2 iso8859_4 iso8859_5 iso8859_7 iso8859_9
iso8859_15 koi8_r mac_roman""".split()
for name in names:
    chars, bad = [], []
    for i in range(256):
        try:
            c = bytes([i]).decode(name)
        except UnicodeDecodeError as e:
            bad.append((i, str(e)))
            continue
        chars.append(c)
        assert c.encode(name) == bytes([i]), (name, c)
    print(name, ascii("".join(chars)), bad)
    for text in ("日本", "\x80", "a\ud800"):
        try:
            print(text.encode(name))
        except UnicodeEncodeError as e:
            print(e)
    print("a日x".encode(name, "replace"), "a日".encode(name, "xmlcharrefreplace"))
