"""scrypt: its keys, its parameters, what it refuses."""
import hashlib

print(hashlib.scrypt(b"pw", salt=b"NaCl", n=1024, r=8, p=16, dklen=64).hex())
for n, r, p, size in (2, 1, 1, 1), (16, 1, 1, 64), (4, 3, 2, 100), (64, 2, 5, 33):
    print(n, r, p, hashlib.scrypt(b"", salt=b"", n=n, r=r, p=p, dklen=size).hex())
good = dict(salt=b"a", n=4, r=1, p=1)
for bad in (
    dict(salt="a"), dict(salt=None), dict(n=3), dict(n=1), dict(n=-4), dict(n=4.5), dict(n=1 << 70), dict(n=None), dict(r=0), dict(p=0),
    dict(r=1 << 20, p=1 << 20), dict(dklen=0), dict(dklen=1 << 40), dict(maxmem=-1), dict(maxmem=100), dict(n=1 << 20, r=8), dict(maxmem="x"),
):
    try:
        print(hashlib.scrypt(b"pw", **good | bad).hex())
    except (TypeError, ValueError) as e:
        print(bad, type(e).__name__, e)
for name in good:
    try:
        hashlib.scrypt(b"pw", **{k: v for k, v in good.items() if k != name})
    except TypeError as e:
        print(e)
