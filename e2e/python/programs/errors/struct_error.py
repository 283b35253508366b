import struct

print(struct.unpack("<HB", struct.pack("<HB", 513, 7)))
for act in (lambda: struct.pack("B", 300), lambda: struct.unpack("I", b"abc"), lambda: struct.pack("I", "x"), lambda: struct.pack("Z", 1)):
    try:
        act()
    except struct.error as e:
        print(e)
struct.pack(">h", 40000)
