"""Checks passwords against a policy, makes seeded ones, hashes and verifies them."""
import base64
import binascii
import hashlib
import hmac
import math
import random
import re
import string
import sys
from collections import Counter
from itertools import groupby, pairwise
from typing import Callable

CHECKS: dict[str, Callable[[str], bool]] = {
    "is too short": lambda p: len(p) < 10,
    "has no digit": lambda p: not any(c.isdigit() for c in p),
    "has no capital": lambda p: p.lower() == p,
    "has no sign": lambda p: p.isalnum(),
    "repeats a letter": lambda p: any(len([*g]) > 2 for _, g in groupby(p)),
    "has a sequence": lambda p: re.search("|".join(string.ascii_lowercase[i : i + 4] for i in range(23)) + "|0123|1234|2345|3456|4567|5678|6789", p.lower()) is not None,
    "isn't printable": lambda p: not p.isprintable(),
    "is a known word": lambda p: re.sub(r"[\W\d_]", "", p.lower().translate(str.maketrans("013457@$", "oleastas"))) in {"password", "letmein", "dragon"},
}


def entropy(text):
    counts = Counter(text)
    return -sum(n / len(text) * math.log2(n / len(text)) for n in counts.values()) * len(text) if text else 0.0


def stored(password, salt, rounds=1000):
    key = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, rounds, 16)
    return f"pbkdf2${rounds}${base64.b64encode(salt).decode()}${base64.b64encode(key).decode().rstrip('=')}"


def verify(password, text):
    try:
        scheme, rounds, salt, key = text.split("$")
        if scheme != "pbkdf2":
            raise ValueError(f"unknown scheme {scheme!r}")
        salt = base64.b64decode(salt, validate=True)
    except (ValueError, binascii.Error) as e:
        return f"broken: {type(e).__name__}: {e}"
    return hmac.compare_digest(stored(password, salt, int(rounds)).rpartition("$")[2], key)


def generate(rng, length=14):
    kinds = string.ascii_lowercase, string.ascii_uppercase, string.digits, "!$%&/()=?"
    chars = [rng.choice(k) for k in kinds] + rng.choices("".join(kinds), k=length - len(kinds))
    rng.shuffle(chars)
    return "".join(chars)


failed = 0
for line in sys.stdin:
    password = line.rstrip("\n")
    problems = [text for text, wrong in CHECKS.items() if wrong(password)]
    failed += bool(problems)
    print(f"{password!a:<24}{entropy(password):7.2f} bits  {'; '.join(problems) or 'fine'}")
rng = random.Random("a seed of text")
made = [generate(rng) for _ in range(4)]
print(made, [sum(map(bool, (c(p) for c in CHECKS.values()))) for p in made])
print(rng.getrandbits(70), rng.randrange(0, 1000, 7), rng.sample(range(100), 5), round(rng.gauss(0, 1), 9), rng.randbytes(4).hex(), round(rng.triangular(1, 5, 2), 6))
state = rng.getstate()
again = [rng.random() for _ in range(3)]
rng.setstate(state)
print(again == [rng.random() for _ in range(3)], rng.choices("abc", weights=[8, 1, 1], k=12), rng.sample("aab", 3, counts=[2, 1, 0]))
text = stored("correct horse", b"0123456789abcdef")
print(text, verify("correct horse", text), verify("wrong horse", text))
for bad in "md5$1$x$y", "only", "pbkdf2$1$*$x", "pbkdf2$1$abc$x":
    print(verify("x", bad))
print(hashlib.scrypt(b"pw", salt=b"na", n=16, r=1, p=1, dklen=8).hex() if hasattr(hashlib, "scrypt") else "", sorted(hashlib.algorithms_guaranteed)[:3], hashlib.sha512(b"").block_size)
sums = [b - a for a, b in pairwise(map(ord, "password"))]
print(sums, zip(*[iter("abcdef")] * 2).__next__(), failed)
sys.exit(failed > 3)
