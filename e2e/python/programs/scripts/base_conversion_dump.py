"""A hex dump and text encodings of what comes in on standard input, as bytes."""
import base64
import binascii
import sys
import zlib


def dump(data, width=16):
    for at in range(0, len(data), width):
        row = data[at : at + width]
        left, right = row[: width // 2], row[width // 2 :]
        text = "".join(chr(b) if 32 <= b < 127 else "." for b in row)
        yield f"{at:08x}  {left.hex(' '):<23}  {right.hex(' '):<23}  |{text}|"


def check(name, encode, decode, data):
    coded = encode(data)
    assert decode(coded) == data, name
    print(f"{name:<10}{len(coded):>5}  {coded[:48].decode('ascii')}{'...' if len(coded) > 48 else ''}")


data = sys.stdin.buffer.read()
print(f"{len(data)} bytes, {len(data.decode())} characters, crc {zlib.crc32(data):08x}, adler {zlib.adler32(data):08x}")
print(*dump(data), sep="\n")
check("base16", base64.b16encode, base64.b16decode, data)
check("base32", base64.b32encode, base64.b32decode, data)
check("base64", base64.b64encode, base64.b64decode, data)
check("url-safe", base64.urlsafe_b64encode, base64.urlsafe_b64decode, data)
check("ascii85", base64.a85encode, base64.a85decode, data)
check("base85", base64.b85encode, base64.b85decode, data)
check("hexlify", binascii.hexlify, binascii.unhexlify, data)
squeezed = zlib.compress(data * 50, 9)
print("squeezed:", len(squeezed) < len(data * 50) // 10, zlib.decompress(squeezed) == data * 50)

for codec in "latin-1", "ascii", "utf-16-le", "utf-8-sig", "cp1252":
    try:
        print(codec, data.decode()[:24].encode(codec))
    except UnicodeEncodeError as e:
        print(codec, "can't:", e.reason, repr(e.object[e.start : e.end]))
        print("   ", data.decode()[:24].encode(codec, "replace"), data.decode()[:24].encode(codec, "xmlcharrefreplace"))

for bad in b"abc", b"ab=c", b"a===":
    try:
        print(base64.b64decode(bad, validate=True))
    except binascii.Error as e:
        print(bad, "->", e)
try:
    bytes.fromhex("0x12")
except ValueError as e:
    print(e)
number = int.from_bytes(data[:8], "big")
print(number, f"{number:#x}", number.to_bytes(8, "little").hex("-", 2), (-5).to_bytes(2, "big", signed=True))
