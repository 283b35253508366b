import codecs


def show(what, *args):
    try:
        print(ascii(what(*args)))
    except Exception as e:
        print(type(e).__name__, e)


def tell(error):
    print(type(error).__name__, error.encoding, error.start, error.end, error.reason)
    return "<%d>" % error.start, error.end


# handlers of one's own, for the encodings of the engine
codecs.register_error("tell", tell)
for encoding in "ascii", "latin-1", "cp437":
    show("aäb€".encode, encoding, "tell")
for encoding in "ascii", "utf-8":
    show(b"a\xff\xfeb".decode, encoding, "tell")
codecs.register_error("bytes", lambda error: (b"??", error.end))
show("aäb\ud800€".encode, "ascii", "bytes")
show("aäb\ud800€".encode, "utf-16-le", "bytes")
show("aäb\ud800€".encode, "utf-8", "bytes")
show(b"\xff".decode, "utf-8", "bytes")
codecs.register_error("letter", lambda error: ("é", error.end))
show("aäb€".encode, "ascii", "letter")
show("aäb€".encode, "latin-1", "letter")
show(b"a\xff".decode, "ascii", "letter")
codecs.register_error("back", lambda error: (".", -1 if error.start == 1 else error.end))
show(b"a\xff\xff\xff".decode, "ascii", "back")
show("a€€€b".encode, "ascii", "back")
for at, result in enumerate([("x", 100), 5, ("",), ("x", None), (3, 1), ("x", -100), ["x", 1]]):
    codecs.register_error("wrong%d" % at, lambda error, result=result: result)
    show(b"\xff\xff".decode, "ascii", "wrong%d" % at)
    show("\xff\xff".encode, "ascii", "wrong%d" % at)


def other(error):
    error.object = b"plain"
    return "", 0


codecs.register_error("other", other)
show(b"a\xff".decode, "ascii", "other")
show("ä".encode, "ascii", "nosuch")
show("a".encode, "ascii", "nosuch")
show(codecs.register_error, 1, len)
show(codecs.register_error, "n", 2)

# those that there are, called
for name in "surrogateescape surrogatepass strict ignore replace backslashreplace namereplace xmlcharrefreplace".split():
    handler = codecs.lookup_error(name)
    print("--", name)
    for error in (UnicodeEncodeError("ascii", "abcd", 1, 3, "r"), UnicodeEncodeError("utf-8", "a\ud800\udc80d", 1, 3, "r"),
                  UnicodeDecodeError("ascii", b"a\x80\x81", 1, 3, "r"), UnicodeDecodeError("utf-8", b"a\xed\xa0\x80\x81", 1, 3, "r"),
                  UnicodeDecodeError("utf-16-le", b"a\x00\x00\xd8", 2, 4, "r"), UnicodeEncodeError("utf-16-be", "\ud800", 0, 1, "r"),
                  UnicodeTranslateError("abc", 1, 2, "r"), UnicodeEncodeError("ascii", "a\u20ac\U0001f600", 0, 3, "r")):
        show(handler, error)
show(codecs.lookup_error("replace"), ValueError())
show(codecs.lookup_error("strict"), 3)

# __debug__ of an object may be added to, as in CPython 3.11
class Box:
    pass


box = Box()
setattr(box, "__debug__", 1)
box.__debug__ += 1
print(getattr(box, "__debug__"))

# ranges that are none
for start, end in (2, 1), (1, 1), (3, 3), (5, 1), (-1, 2):
    for name in "namereplace", "xmlcharrefreplace", "backslashreplace", "ignore":
        show(codecs.lookup_error(name), UnicodeEncodeError("ascii", "abc", start, end, "r"))
print(codecs.charmap_build("a\ufffec") == {97: 0, 65534: 1, 99: 2})


def longer(error):
    error.object = b"abcabc"
    return "", 4


codecs.register_error("longer", longer)
show(codecs.charmap_decode, b"\x00\x01", "longer", {97: "A", 98: "B", 99: "C"})
