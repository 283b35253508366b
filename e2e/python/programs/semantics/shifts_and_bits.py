"""Shifts, masks and complements of integers of every size, the negative ones as if endless."""
for n in (0, 1, -1, 5, -5, 2**63, -(2**63), 2**64 - 1, -(2**64), 10**30, -(10**30)):
    print(n, n << 3, n >> 1, n >> 64, n >> 200, ~n, n & 0xFF, n | 0xFF, n ^ 0xFF, n.bit_length(), n.bit_count())
print(-1 >> 1000, 1 << 0, (1 << 70) >> 70, -(1 << 70) >> 69, -7 >> 1, -7 // 2)
for a, b in ((-12, 10), (-(2**70), 2**65 - 1), (2**70, -1), (-1, -1), (-3, 2**64)):
    print(a & b, a | b, a ^ b, (a & b) + (a | b) == a + b)
for code in ("1 << -1", "1 >> -1", "0 << -5", "1 << 2.0", "1.0 << 2", "1 & 1.0", "~1.5", "1 | '1'", "True << True", "~True", "True ^ True", "True & 3", "False | 0"):
    try:
        print(code, "=", eval(code))
    except Exception as e:
        print(code, "!", type(e).__name__, e)
print(0 << 10**20, 0 >> 10**20, 5 >> 10**20, -5 >> 10**20)
x = 0b1010
x <<= 4
x |= 3
x ^= 0xF0
x &= ~1
x >>= 1
print(bin(x), oct(x), hex(x), bin(-x), hex(-(2**70)))
print((1000).to_bytes(2, "big"), (-1000).to_bytes(3, "little", signed=True), (0).to_bytes(0, "big"))
print(int.from_bytes(b"\xff\xfe", "big"), int.from_bytes(b"\xff\xfe", "little", signed=True), int.from_bytes(b"", "big"))
for call in (lambda: (256).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"), lambda: (1).to_bytes(-1, "big"), lambda: (1).to_bytes(1, "middle"), lambda: (128).to_bytes(1, "big", signed=True)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


def popcount(n):
    total = 0
    while n:
        n &= n - 1
        total += 1
    return total


print([popcount(3**k) for k in range(0, 60, 7)], [(3**k).bit_count() for k in range(0, 60, 7)])
