s = "a\x00\x1f\x7f\x80é日😀\\'\"\n\r\t"
for enc in ("unicode_escape", "raw_unicode_escape", "utf-8", "utf-16-be", "latin-1"):
    for errors in ("strict", "ignore", "backslashreplace", "xmlcharrefreplace"):
        try:
            print(enc, errors, s.encode(enc, errors))
        except UnicodeEncodeError as e:
            print(enc, errors, "->", e)
print(s.encode("unicode_escape").decode("unicode_escape") == s, ascii(s), repr(s))
for bad in (b"\xff", b"\xe2\x82", b"\xed\xa0\x80", b"a\x80b"):
    for errors in ("replace", "ignore", "backslashreplace", "surrogateescape"):
        print(ascii(bad.decode("utf-8", errors)))
try:
    "\ud800".encode()
except UnicodeEncodeError as e:
    print(e)
