# Bytes of ranges that are longer than any memory, and of what holds no bytes.
def show(make):
    try:
        print(repr(make()))
    except (OverflowError, TypeError, ValueError) as e:
        print(type(e).__name__, e)


long = range(2**64 + 1)
show(lambda: bytes(long))
show(lambda: bytearray(long))
show(lambda: int.from_bytes(long, "big"))
show(lambda: int.from_bytes(range(3), "big"))
show(lambda: int.from_bytes((1, 256), "big"))
show(lambda: int.from_bytes([1, -1], "big"))
show(lambda: int.from_bytes([1, 2**70], "big"))
show(lambda: int.from_bytes([1, "a"], "big"))
show(lambda: int.from_bytes("ab", "big"))
show(lambda: int.from_bytes(5, "big"))
show(lambda: int.from_bytes(5.5, "big"))
show(lambda: int.from_bytes((b for b in b"ab"), "little"))
show(lambda: int.from_bytes({3: 1}, "little"))
