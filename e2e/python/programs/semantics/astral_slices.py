"""Text outside the basic plane is counted, sliced and searched by code point."""
text = "a😀b𝔘c👩‍👩‍👧d"
print(len(text), text[1], text[-1], text[1:4], text[::-1] == "".join(reversed(text)))
print([hex(ord(c)) for c in text[5:]])
print(text.find("𝔘"), text.index("c"), text.rfind("d"), text.find("😀", 2), text.count("👩"))
print(text[::2], text[-3:], text[100:], text[3:1], text[-100:2])
for step in (1, 2, 3, -1, -2):
    print(step, ascii(text[8:1:step]), ascii(text[1:8:step]))
print(text.split("\u200d"), text.partition("👩")[0])
print(text.replace("😀", "").replace("𝔘", "U"), text.center(15, "·"), text.ljust(12, "🙂") + "|")
print("😀" < "\uffff", "😀" > "\uffff", max("z\uffff😀"), sorted("😀é\ue000a𝔘"))
print(repr("\ud83d"), len("\ud83d\ude00"), "\ud83d\ude00" == "😀")
print("😀".encode(), "😀".encode("utf-16-le"), "😀".encode("utf-32-be"))
for codec in ("ascii", "latin-1", "utf-8"):
    try:
        print("x\ud800y😀".encode(codec))
    except UnicodeEncodeError as e:
        print(e, e.start, e.end, e.object[e.start:e.end].encode("unicode_escape"))
print("x\ud800".encode("utf-8", "surrogatepass"), "é😀".encode("ascii", "xmlcharrefreplace"))
print("é😀".encode("ascii", "backslashreplace"))
print([(i, c) for i, c in enumerate("x😀y")], dict(zip("😀𝔘", "12")))
table = str.maketrans({"😀": ":)", 0x1D518: None, "d": "D"})
print(text.translate(table), "😀".isprintable(), "𝔘".isalpha(), "𝔘".isidentifier(), "😀".isalnum())
print(f"{'😀':>4}|{'😀':*^5}|{'𝔘' * 3:.2}|", "%-3s|%.1s" % ("😀", "😀x"))
print("\N{GRINNING FACE}\U0001F600\x41\101", len("\N{GRINNING FACE}"))
