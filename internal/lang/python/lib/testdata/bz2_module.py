# bz2: what another program has compressed is read.
import bz2
import hashlib
import io

one = bytes.fromhex("425a6839314159265359a354569200000751800010400006449080200022bfd5434f4420c988e222296b56988c7c5dc914e142428d515a48")
none = bytes.fromhex("425a683917724538509000000000")
print(bz2.decompress(one), bz2.decompress(none), bz2.decompress(b""), len(bz2.decompress(one + none + one)), bz2.decompress(one + b"junk")[:5])
d = bz2.BZ2Decompressor()
parts = [d.decompress(one[i:i + 1]) for i in range(len(one))]
print(b"".join(parts), d.eof, d.unused_data, d.needs_input)
d = bz2.BZ2Decompressor()
print(d.decompress(one + b"more", max_length=5), d.eof, d.needs_input, d.unused_data)
print(d.decompress(b""), d.eof, d.unused_data)
for data in (b"x", b"not bzip2 at all", one[:-3], one[:10] + b"\0" + one[11:], b"BZh9"):
    try:
        print(bz2.decompress(data))
    except (OSError, ValueError) as e:
        print(type(e).__name__, e)
try:
    d.decompress(b"x")
except EOFError as e:
    print(e)
with bz2.open(io.BytesIO(one + one), "rt") as f:
    print(f.readline(), [line for line in f])
f = bz2.BZ2File(io.BytesIO(one))
print(f.read(5), f.tell(), f.readline(), f.seek(-6, 2), f.read(), f.readable(), f.writable(), f.peek())
try:
    bz2.BZ2File(io.BytesIO(one[:-5])).read()
except EOFError as e:
    print(e)
for what in (lambda: bz2.open("x", "rbt"), lambda: bz2.BZ2File(io.BytesIO(), "q"), lambda: bz2.BZ2File(1), lambda: bz2.open("x", "rb", encoding="u")):
    try:
        what()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
