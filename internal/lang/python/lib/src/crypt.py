"""Hashes of passwords, as systems keep them: those of SHA-256 and SHA-512."""

import errno
import hashlib
import re
import warnings
from collections import namedtuple
from random import SystemRandom

warnings._deprecated(__name__, remove=(3, 13))

_CHARS = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_SALT_CHARS = _CHARS[2:38] + _CHARS[38:] + "./"


class _Method(namedtuple("_Method", "name ident salt_chars total_size")):
    """A way of hashing."""

    def __repr__(self):
        return f"<crypt.METHOD_{self.name}>"


METHOD_SHA512 = _Method("SHA512", "6", 16, 106)
METHOD_SHA256 = _Method("SHA256", "5", 16, 63)
methods = [METHOD_SHA512, METHOD_SHA256]

_ROUNDS, _LEAST, _MOST = 5000, 1000, 999_999_999
_LONGEST = 511  # a password's bytes
_NEVER = frozenset(" !*:;\\")  # what no salt has
_SALT = re.compile(r"\$([56])\$(?:rounds=([1-9][0-9]{0,9})\$|(?!rounds=))([^$]{0,16})").match
_OTHERS = re.compile(r"[./0-9A-Za-z]{2}|_[./0-9A-Za-z]{8}|\$(?:[137y]|2[abxy]|gy)\$|\$(?:md5|sha1)").match  # methods that aren't here


def mksalt(method=None, *, rounds=None):
    """A salt by chance, for the strongest method or another."""
    method = methods[0] if method is None else method
    if rounds is not None and not isinstance(rounds, int):
        raise TypeError(f"{rounds.__class__.__name__} object cannot be interpreted as an integer")
    text = f"${method.ident}$"
    if rounds is not None:
        if not _LEAST <= rounds <= _MOST:
            raise ValueError("rounds out of the range 1000 to 999_999_999")
        text += f"rounds={rounds}$"
    chance = SystemRandom()
    return text + "".join(chance.choice(_SALT_CHARS) for _ in range(method.salt_chars))


def crypt(word, salt=None):
    """The hash of a password, by the method and with the salt that salt or an earlier hash has; "*0" or "*1" of a salt that is none."""
    if salt is None or isinstance(salt, _Method):
        salt = mksalt(salt)
    _check(word, 1)
    _check(salt, 2)
    word = word.encode()
    refused = "*1" if salt.startswith("*0") else "*0"
    if len(word) > _LONGEST or not salt.isascii() or not salt.isprintable() or _NEVER.intersection(salt):
        return refused
    if _OTHERS(salt):
        raise OSError(errno.EINVAL, "Invalid argument")
    parts = _SALT(salt)
    if parts is None:
        return refused
    ident, given, used = parts.groups()
    rounds = int(given or _ROUNDS)
    if not _LEAST <= rounds <= _MOST:
        return refused
    new = hashlib.sha256 if ident == "5" else hashlib.sha512
    begin = f"${ident}$" + (f"rounds={rounds}$" if given else "") + used + "$"
    return begin + _text(_hash(new, word, used.encode(), rounds), ident)


def _check(text, place):
    if not isinstance(text, str):
        raise TypeError(f"crypt() argument {place} must be str, not {type(text).__name__}")
    if "\0" in text:
        raise ValueError("embedded null character")


def _repeated(digest, n):
    return (digest * (n // len(digest) + 1))[:n]


def _hash(new, word, salt, rounds):
    """The digest, by the specification of Unix crypt using SHA-256 and SHA-512."""
    other = new(word + salt + word).digest()
    first = new(word + salt + _repeated(other, len(word)))
    n = len(word)
    while n:
        first.update(other if n & 1 else word)
        n >>= 1
    digest = first.digest()
    p = _repeated(new(word * len(word)).digest(), len(word))
    s = _repeated(new(salt * (16 + digest[0])).digest(), len(salt))
    for i in range(rounds):
        turn = new(p if i & 1 else digest)
        if i % 3:
            turn.update(s)
        if i % 7:
            turn.update(p)
        turn.update(digest if i & 1 else p)
        digest = turn.digest()
    return digest


def _text(digest, ident):
    """A digest's bytes, in the order of the specification, six bits a character."""
    third, turned = (10, lambda a, b, c: (c, a, b)) if ident == "5" else (21, lambda a, b, c: (b, c, a))
    triple, out = (0, third, 2 * third), []
    for _ in range(third):
        a, b, c = (digest[i] for i in triple)
        out.append(_characters(a << 16 | b << 8 | c, 4))
        triple = turned(*(i + 1 for i in triple))
    if ident == "5":
        return "".join(out) + _characters(digest[31] << 8 | digest[30], 3)
    return "".join(out) + _characters(digest[63], 2)


def _characters(value, n):
    return "".join(_CHARS[value >> 6 * i & 63] for i in range(n))
