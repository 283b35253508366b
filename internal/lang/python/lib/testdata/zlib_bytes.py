# zlib's very bytes: of all levels, flushes, window sizes and strategies.
import gzip, hashlib, random, zlib


def show(name, data):
    print(name, len(data), hashlib.md5(data).hexdigest())


r = random.Random(7)
words = [bytes(r.choices(b"abcdefghij", k=r.randint(1, 9))) for _ in range(300)]
texts = {
    "empty": b"", "one": b"a", "short": b"Original text", "lorem": b"Lorem ipsum dolor sit amet, " * 3,
    "same": b"x" * 100000, "noise": bytes(r.choices(range(256), k=70000)), "words": b" ".join(r.choices(words, k=16000)),
    "digits": bytes(r.choices(b"0123456789", k=9000)), "periods": (b"abcdefgh" * 4500 + b"X") * 2,
    "mixed": b"".join(bytes(r.choices(range(256), k=500)) + b"y" * r.randint(0, 600) for _ in range(90)),
    "far": bytes(r.choices(range(256), k=32506)) * 2 + b"end", "far2": bytes(r.choices(range(256), k=32700)) * 2,
}
for name, text in texts.items():
    for level in range(-1, 10):
        if len(text) > 16000 and level not in (-1, 1, 4, 9):
            continue
        c = zlib.compress(text, level)
        show("%s %d" % (name, level), c)
        assert zlib.decompress(c) == text
for wbits in (9, 12, 15, -9, 31):
    for memory in (1, 8, 9):
        c = zlib.compressobj(6, zlib.DEFLATED, wbits, memory)
        show("window %d %d" % (wbits, memory), c.compress(texts["words"]) + c.flush())
for strategy in range(5):
    for name in ("words", "mixed", "same", "short"):
        for level in (1, 6):
            c = zlib.compressobj(level, zlib.DEFLATED, 15, 8, strategy)
            show("strategy %d %s %d" % (strategy, name, level), c.compress(texts[name]) + c.flush())
for mode in (zlib.Z_PARTIAL_FLUSH, zlib.Z_SYNC_FLUSH, zlib.Z_FULL_FLUSH, zlib.Z_BLOCK):
    for level in (1, 6):
        c, out = zlib.compressobj(level), []
        for i in range(0, 80000, 20011):
            out.append(c.compress(texts["words"][i:i + 20011]))
            out.append(c.flush(mode))
            out.append(c.flush(mode))
        out.append(c.flush())
        print("flush", mode, level, [len(x) for x in out])
        show("flush %d %d" % (mode, level), b"".join(out))
for size in (1, 7, 100, 5000):
    c = zlib.compressobj()
    text = texts["words"][:30000]
    show("parts %d" % size, b"".join([c.compress(text[i:i + size]) for i in range(0, len(text), size)]) + c.flush())
for size in (10, 5000, 40000):
    c = zlib.compressobj(zdict=texts["words"][:size])
    data = c.compress(texts["words"][1000:60000]) + c.flush()
    show("dictionary %d" % size, data)
    assert zlib.decompressobj(zdict=texts["words"][:size]).decompress(data) == texts["words"][1000:60000]
c = zlib.compressobj()
first = c.compress(texts["words"][:50000])
d = c.copy()
show("copy", first + d.compress(texts["mixed"]) + d.flush())
show("copied", first + c.compress(texts["digits"]) + c.flush())
show("gzip", gzip.compress(texts["words"], mtime=0)[10:])
for level, wbits, memory, strategy in ((10, 15, 8, 0), (6, 7, 8, 0), (6, 15, 0, 0), (6, 15, 10, 0), (6, 15, 8, 5), (6, -8, 8, 0)):
    try:
        print(type(zlib.compressobj(level, zlib.DEFLATED, wbits, memory, strategy)))
    except ValueError as e:
        print(e)
