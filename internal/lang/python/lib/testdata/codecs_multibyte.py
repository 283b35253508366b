"""The encodings of Chinese, Japanese and Korean with characters of two bytes."""
import codecs
import hashlib
import io

for name in "gbk", "gb2312", "shift_jis", "cp932", "euc_kr", "cp949":
    known = []
    for a in range(0x80, 0x100):
        for b in [-1, *range(0x30, 0x100)]:
            raw = bytes([a]) if b < 0 else bytes([a, b])
            try:
                text = raw.decode(name)
            except UnicodeDecodeError:
                continue
            if len(text) == 1 and raw != b"\xa4\xd4":
                known.append(raw.hex() + text)
    back = [c.encode(name, "ignore").hex() if name != "euc_kr" or not "가" <= c <= "힣" else "" for c in map(chr, range(0x80, 0x10000)) if not 0xd800 <= ord(c) < 0xe000]
    print(name, len(known), hashlib.md5("".join(known).encode()).hexdigest(), hashlib.md5(",".join(back).encode()).hexdigest())

print("中文".encode("gbk"), b"\xd6\xd0\xce\xc4".decode("cp936"), "日本語".encode("sjis"), "한글".encode("euc-kr"), "똠".encode("cp949"))
for name, raw in (("gbk", b"a\x81\x30b"), ("gbk", b"\x81"), ("shift_jis", b"\x81\x20"), ("gbk", b"\x81\xff"), ("cp949", b"\xff\xff"), ("euc_kr", b"ab\xb0")):
    try:
        raw.decode(name)
    except UnicodeDecodeError as e:
        print(e, e.start, e.end)
    print(ascii(raw.decode(name, "replace")), ascii(raw.decode(name, "ignore")), ascii(raw.decode(name, "surrogateescape")))
for name, text in (("gbk", "a\u1234\u1235"), ("shift_jis", "한"), ("euc_kr", "\U0001f600")):
    try:
        text.encode(name)
    except UnicodeEncodeError as e:
        print(e, e.start, e.end)
    print(text.encode(name, "replace"), text.encode(name, "backslashreplace"), text.encode(name, "xmlcharrefreplace"))
print(codecs.lookup("sjis").name, codecs.lookup("936").name, codecs.lookup("UHC").name, codecs.lookup("chinese").name)
f = io.TextIOWrapper(io.BytesIO("名,値\n一,二\n".encode("cp932")), encoding="cp932")
print(f.readline(), f.readlines())
print(str("漢字".encode("shift_jis"), "shift-jis"), bytes("简体", "gb2312"))
