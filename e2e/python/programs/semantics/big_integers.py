a = 3**200
print(a)
print(a // 7**50, a % 7**50, -a // 7**50, -a % 7**50)
print(a >> 100, -a >> 100, a << 10 == a * 1024, a & (2**64 - 1), a | 1, a ^ a, ~a == -a - 1)
print(pow(3, 10**20, 10**9 + 7), pow(3, -1, 11), pow(2, 5, -3))
print(int(str(a)) == a, hex(2**70), oct(-2**70), bin(2**65)[-5:], f"{10**30:,}", f"{2**64:_x}")
print((2**64).to_bytes(9, "big"), int.from_bytes(b"\xff" * 9, "little"), int.from_bytes(b"\xff\x00", "big", signed=True))
print(10**25 / 10**24, 10**400 // 10**399, (10**400) / (10**399), int(1e23), int(10**22 / 3))
print(sum(range(10**6)), sum([2**62, 2**62, 2**62]), max(2**63, 2**63 - 1), abs(-2**63))
print(hash(2**61 - 1), hash(2**61), hash(-1), hash(-2), hash(2**64), hash(10**30))
print(2**63 - 1 + 1, -2**63 - 1, (2**63 - 1) * 2, -(-2**63), (-2**63) // -1, (2**62) * 4)
import math
print(math.factorial(30), math.comb(100, 50), math.isqrt(10**40), math.gcd(2**70, 6**30), math.prod(range(1, 25)))
