import binascii
import struct
import zlib

for data in b"\xff\x00", b"!!!!", b" 4(.", b'"\x00', b'"', b'"\n', b"\x7f":
    try:
        print(data, binascii.a2b_uu(data))
    except binascii.Error as e:
        print(data, e)

# A window that is too small for the stream, a flush of nothing, a copy after the end.
for make, take in (14, 9), (15, 14), (9, 9), (15, 15), (15, 47), (15, 0), (12, 40), (10, 43):
    packed = zlib.compress(b"a" * 1000, wbits=make)
    for read in (lambda: zlib.decompress(packed, wbits=take), lambda: zlib.decompressobj(take).decompress(packed)):
        try:
            print(make, take, len(read()))
        except zlib.error as e:
            print(make, take, e)
for length in 0, -1:
    try:
        zlib.decompressobj().flush(length)
    except ValueError as e:
        print(e)
d = zlib.decompressobj()
d.decompress(zlib.compress(b"a"))
d.copy()
d.flush()
try:
    d.copy()
except ValueError as e:
    print(e)

for call in (lambda: struct.pack_into("<I", bytearray(10), 2 ** 63 - 1, 1), lambda: struct.pack_into("<I", bytearray(9), -2, 1),
             lambda: struct.unpack_from("<I", bytearray(9), -2), lambda: struct.unpack_from("<I", bytearray(10), 2 ** 63 - 1),
             lambda: struct.unpack_from("<I", bytearray(9), -11)):
    try:
        call()
    except struct.error as e:
        print(e)

# Views of bytes that aren't side by side.
apart = memoryview(bytearray(8))[::-2]
for f in binascii.b2a_hex, binascii.a2b_hex, binascii.crc32, binascii.b2a_base64, binascii.a2b_base64, zlib.crc32, zlib.adler32, zlib.compress, zlib.decompress:
    try:
        print(f(apart))
    except (BufferError, TypeError) as e:
        print(type(e).__name__, e)
one = memoryview(b"ab")[::2]
print(one.c_contiguous, one.contiguous, memoryview(b"abc")[::2].contiguous, memoryview(b"abc")[3::2].contiguous, binascii.b2a_hex(one))
