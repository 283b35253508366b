# UTF-7: texts, wrong bytes and what comes in pieces.
import codecs
import io
import random

for name in "utf-7", "UTF7", "u7", "utf_7", "unicode-1-1-utf-7":
    print(name, codecs.lookup(name).name, "a\xe9+\\ -".encode(name))
print("".join(map(chr, range(128))).encode("utf-7"))
for text in "\xe9b", "\xe9-", "\xe9 ", "\ud800", "\U00010000x", "\xe9\xe8\u20ac", "", "+", "++-":
    print(ascii(text), text.encode("utf-7"), ascii(text.encode("utf-7").decode("utf-7")))


def tried(f, *args):
    try:
        return ascii(f(*args))
    except Exception as e:
        return f"{type(e).__name__} {e}"


codecs.register_error("utf7 test", lambda e: (f"<{e.start}:{e.end}>", e.end))
codecs.register_error("utf7 stay", lambda e: ("", e.start - 99))
for data in (b"+", b"+-", b"+A", b"+AAAA", b"+AAA", b"+AAB-", b"+2AA-", b"+3AA-", b"+2ADcAA-", b"+2AEAYQ-", b"\xffa", b"+\xff", b"+AGE\xff", b"+AG-x",
             b"+ b", b"+AGE.b", b"~\\", b"+AGE+AGE-", b"+2AA\xff"):
    for errors in "strict", "replace", "ignore", "backslashreplace", "surrogateescape", "utf7 test", "utf7 stay", "unknown":
        print(data, errors, tried(data.decode, "utf7", errors))
    print(tried(codecs.utf_7_decode, data, "replace"), tried(codecs.utf_7_decode, data, "replace", True))
for args in (5,), ("a",), (b"a",), (None, None):
    print(tried(codecs.utf_7_encode, *args)[:60], "|", tried(codecs.utf_7_decode, *args)[:40])

decoder, encoder = codecs.getincrementaldecoder("utf7")(), codecs.getincrementalencoder("utf7")()
for c in b"a+AGE-b+2ADcAA-+-":
    print(decoder.decode(bytes([c])), decoder.getstate())
print(encoder.encode("\xe9"), encoder.encode("\xe8"), encoder.encode("", True))
file = io.BytesIO()
codecs.getwriter("utf7")(file).write("one \xe9\ntwo\n")
file.seek(0)
print(codecs.getreader("utf7")(file).readlines())
print(list(io.TextIOWrapper(io.BytesIO(b"one +AOk-\ntwo\n"), "utf7")))
print(list(codecs.iterdecode([b"a+AO", b"k-b"], "utf7")))

chance = random.Random(7)
for _ in range(200):
    data = bytes(chance.choice(b"++--AAAG2Dc/9~ \xff") for _ in range(chance.randrange(12)))
    print(data, tried(data.decode, "utf-7"), tried(data.decode, "utf-7", "replace"), tried(codecs.utf_7_decode, data, "ignore"))

# Many wrong bytes, and handlers that are registered by a name that is there.
def called(error):
    calls.append(error.reason)
    return "!", error.end


for data in (b"\xff", b"+~", b"+A ", b"a\xff", b"\xff+AOk-"):
    for errors in "replace", "ignore":
        text = (data * 20_000).decode("utf-7", errors)
        print(data, errors, len(text), ascii(text[:5]))
calls, before = [], codecs.lookup_error("replace")
codecs.register_error("replace", called)
print(ascii(b"a\xff+~\xff".decode("utf-7", "replace")), calls)
codecs.register_error("replace", before)
codecs.register_error("utf7 rest", codecs.lookup_error("ignore"))
print(ascii(b"a\xff+~\xffb".decode("utf-7", "utf7 rest")), ascii(b"a\xff+~\xffb+A".decode("utf-7", "replace")))
