# Codecs by name, for pieces and for files.
import codecs
import io

print(codecs.encode("Hello", "rot13"), codecs.decode("Uryyb", "rot_13"), codecs.encode(b"ab", "hex"), codecs.decode("6162", "hex"))
print(codecs.encode(b"hello", "base64"), codecs.decode(b"aGVsbG8=\n", "base64"), codecs.decode(codecs.encode(b"x" * 50, "zlib"), "zlib"))
print(codecs.encode("h\xe9"), codecs.decode(b"h\xc3\xa9"), codecs.encode("h\xe9", "latin-1"), codecs.encode("h\xe9", "ascii", "replace"))
for name in ("utf8", "UTF-8", "latin1", "ascii", "utf-16", "utf_8_sig", "rot13", "hex"):
    info = codecs.lookup(name)
    print(name, info.name, len(info), callable(info.encode), info._is_text_encoding)
print(codecs.lookup("utf-8").encode("\xe9"), codecs.getdecoder("utf-8")(b"\xc3\xa9"), codecs.getencoder("latin1")("\xe9"))
for name, data in (("utf-8", "h\xe9\u20ac\U0001f600".encode()), ("utf-16", "h\xe9\U0001f600".encode("utf-16")),
                   ("utf-16-be", "h\xe9\U0001f600".encode("utf-16-be")), ("utf-8-sig", "\xe9x".encode("utf-8-sig")), ("ascii", b"abc")):
    decoder = codecs.getincrementaldecoder(name)()
    print(name, [decoder.decode(data[i:i + 1]) for i in range(len(data))], repr(decoder.decode(b"", True)))
encoder = codecs.getincrementalencoder("utf-16")()
print(encoder.encode("a"), encoder.encode("b"), encoder.encode("", True))
print(list(codecs.iterdecode([b"h\xc3", b"\xa9", b"!"], "utf-8")), list(codecs.iterencode(["a", "\xe9"], "utf-8")))
decoder = codecs.getincrementaldecoder("utf-8")("replace")
print(repr(decoder.decode(b"a\xff\xc3")), repr(decoder.decode(b"", final=True)))
raw = io.BytesIO()
writer = codecs.getwriter("utf-8")(raw)
writer.write("h\xe9\n")
writer.writelines(["two\n", "three"])
print(raw.getvalue())
reader = codecs.getreader("utf-8")(io.BytesIO(raw.getvalue()))
print(repr(reader.readline()), reader.readlines(), repr(reader.read()))
print(list(codecs.getreader("utf-8")(io.BytesIO(raw.getvalue()))), codecs.getreader("utf-8")(io.BytesIO(raw.getvalue())).read())
file = codecs.EncodedFile(io.BytesIO(b"h\xe9"), "utf-8", "latin-1")
print(file.read())
print(codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF32_BE, codecs.BOM)


def double(name):
    if name == "double":
        return codecs.CodecInfo(lambda s, errors="strict": (s + s, len(s)), lambda s, errors="strict": (s[:len(s) // 2], len(s)), name="double")


codecs.register(double)
print(codecs.encode("ab", "double"), codecs.decode("abab", "double"), codecs.lookup("double").name)
for call in (lambda: codecs.lookup("nonesuch"), lambda: codecs.encode("\xe9", "ascii"), lambda: codecs.decode(b"\xff", "utf-8"),
             lambda: codecs.lookup_error("nonesuch"), lambda: codecs.decode(b"zz", "hex"), lambda: codecs.getincrementaldecoder("utf-8")().decode(b"\xff")):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
try:
    "\xe9\u20ac".encode("ascii")
except UnicodeEncodeError as e:
    for name in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace"):
        print(name, codecs.lookup_error(name)(e))
