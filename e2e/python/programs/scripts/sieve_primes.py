def sieve(n):
    flags = bytearray([1]) * (n + 1)
    flags[:2] = b"\0\0"
    for i in range(2, int(n**0.5) + 1):
        if flags[i]:
            flags[i * i :: i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, f in enumerate(flags) if f]


p = sieve(1000)
print(len(p), p[:10], p[-3:], sum(p))


def factor(n):
    out = []
    for q in p:
        while n % q == 0:
            out.append(q)
            n //= q
    return out + [n] * (n > 1)


print(factor(360), factor(997 * 991), factor(2**31 - 1))
from math import gcd, lcm, isqrt
print(gcd(84, 36), lcm(4, 6, 10), isqrt(99), all(x % 2 for x in p[1:]))
