"""bytes, bytearray and memoryview where they are not like text."""
b = b"caf\xc3\xa9\x00\n'"
print(b, b[0], b[3:5], b[-1:], list(b[:3]), b.decode(), bytes([65, 66]), bytes(3), bytes("é", "latin-1"))
print(b'"', b"'", b"\\", b"'\"", bytes(range(7, 14)), b"\x7f\x80", repr(bytearray(b"x'")), str(b"x", "ascii"), str(b"x"))
print(b"a" + bytearray(b"b"), bytearray(b"a") + b"b", b"ab" * 2, b"b" in b"abc", 98 in b"abc", b"" in b"", b"abc" < b"abd", b"a" == "a", b"a" == bytearray(b"a"))
print(b"a,b,,c".split(b","), b" x  y ".split(), b"a\nb\r\nc".splitlines(True), b"-".join([b"x", bytearray(b"y"), memoryview(b"z")]), b"aXbX".replace(b"X", b"", 1))
print(b"Hello".swapcase(), b"\xe9".upper(), b"x1".isalnum(), b"12".isdigit(), b"abc".translate(None, b"b"), bytes.maketrans(b"ab", b"BA")[96:100], b"abab".translate(bytes.maketrans(b"ab", b"12")))
print(b"%s=%d %x %5.1f %c %a %b" % (b"k", 5, 255, 2.25, 65, "é", b"raw"), b"%(k)s" % {b"k": b"v"}, b"abc".hex(), b"abcdef".hex(":", 2), b"abcde".hex("-", -2), bytes.fromhex(" 0a fF"))
print(b"xxabxx".strip(b"x"), b"prefix-x".removeprefix(b"prefix-"), b"a.b.c".rpartition(b"."), b"ab".center(6, b"*"), b"7".zfill(3), b"\t".expandtabs(3), b"abc".find(99), b"aXa".rindex(b"a"))
a = bytearray(b"hello")
a[0] = 72
a[1:3] = b"EEE"
a[::2] = b"1234"[: len(a[::2])] if len(a) % 2 == 0 else a[::2]
a += b"!"
a.append(63)
a.extend([33, 34])
a.insert(0, 60)
print(a, a.pop(), a.pop(0), a.remove(33), a, a.index(63), len(a))
del a[1:3]
a.reverse()
a *= 2
print(a, a.copy() is a, a.clear(), a)
buffer = bytearray(range(10))
m = memoryview(buffer)
m[2:4] = b"XY"
m[0] = 255
print(bytes(buffer), m[5], m[-3:].tolist(), m[::3].tobytes(), len(m), m.itemsize, m.format, m.readonly, m.nbytes, m[1:3] == b"\x01X", m.hex()[:6])
wide = memoryview(bytearray(8)).cast("H")
wide[1] = 513
print(wide.tolist(), wide.tobytes(), wide.shape, wide.itemsize, hash(memoryview(b"ab")) == hash(b"ab"))
for code in ("m[0] = 256", "m[0:2] = b'xyz'", "memoryview(b'x')[0] = 1", "memoryview('x')", "bytes([256])", "bytes('x')", "bytes(-1)", "b'a' + 'b'", "b'a'[0] = 1", "b'%d' % b'x'", "b'a'.join(['x'])", "b'' .find('x')", "bytearray(b'a')[0] = 'x'", "bytearray(b'a').append(-1)", "b'\\xff'.decode()", "b'ab\\xc3('.decode('utf-8')", "bytes.fromhex('0g')", "bytes.fromhex('abc')", "b'abc'[5]", "bytes(2.5)", "bytes(['a'])", "300 in b'x'", "'x' in b'x'", "b'a' < 'a'", "bytearray(b'a').remove(98)", "bytearray().pop()", "b'x'.hex('--')", "int(b'x')", "memoryview(bytearray(3)).cast('H')"):
    try:
        exec(code)
        print(code, "done")
    except Exception as e:
        print(code, "!", type(e).__name__, e)
m.release()
buffer.append(1)
try:
    m[0]
except ValueError as e:
    print(e)
print(b"\xffa\xc3".decode("utf-8", "replace"), b"\xffa".decode("ascii", "ignore"), b"\xff".decode("utf-8", "backslashreplace"), ascii(b"\xff".decode("utf-8", "surrogateescape")))
