"""Codecs that a program registers, those that aren't of texts, and the functions of one encoding."""

import codecs


def search(name):
    if name == "backward":
        return (lambda text, errors=None: (text[::-1].encode(), len(text))), (lambda data, errors=None: (bytes(data).decode()[::-1], len(data))), None, None
    if name == "odd":
        return 3
    if name == "wrong":
        return (lambda text, errors=None: (3, 1)), (lambda data, errors=None: (b"", 0)), None, None
    return None


codecs.register(search)
print("abc".encode("backward"), b"abc".decode("backward"), str(b"xy", "backward"))
print(codecs.encode("abc", "backward"), codecs.encode("abc", "rot13"))
for call in (lambda: "a".encode("rot13"), lambda: b"61".decode("hex"), lambda: "a".encode("odd"), lambda: "a".encode("nothing"),
             lambda: "a".encode("wrong"), lambda: b"a".decode("wrong")):
    try:
        print(call())
    except (LookupError, TypeError) as e:
        print(type(e).__name__, e)

print(codecs.utf_8_decode(b"ab\xc3"), codecs.utf_8_decode(b"ab\xc3", "replace", True), codecs.utf_8_encode("é"))
print(codecs.ascii_encode("a"), codecs.latin_1_decode(b"\xe9"), codecs.utf_16_le_encode("a"), codecs.unicode_escape_encode("é\n"))
print(codecs.escape_decode(rb"a\x41\101\n\'"), codecs.escape_encode(b"a\n'\xff\\"))
print(codecs.make_identity_dict(range(3)), codecs.make_encoding_map({1: 2, 3: 2, 4: 5}))
print(codecs.charmap_decode(b"\x00\x01\x02", "replace", "ab"), codecs.charmap_decode(b"\x01", "strict", {1: 0x20ac}))
print(codecs.charmap_encode("ab?", "replace", {97: 1, 63: b"\x02"}))
try:
    codecs.charmap_encode("abx", "strict", {97: 1})
except UnicodeEncodeError as e:
    print(e)
print(b"a\\\nb\\x41\\N{DIGIT ONE}".decode("unicode_escape"))
for data in b"\\N{NO SUCH}x", b"a\\N{", b"\\N", b"\\Nx}", b"\\N{}x", b"\\N{abc":
    try:
        data.decode("unicode_escape")
    except UnicodeDecodeError as e:
        print(e)

space = {}
exec("# coding: nothing-known\nx = 1", space)
exec(b"# -*- coding: koi8-r -*-\ny = '\xc1'", space)
exec("# -*- coding: latin-1 -*-\nz = 'é'", space)
print(space["x"], space["y"], space["z"])

import doctest
print(doctest.DocTestCase.__name__)

# A codec that doesn't return pairs.
codecs.register(lambda name: codecs.CodecInfo(lambda s, e="strict": 5, lambda s, e="strict": "xy", name=name) if name == "nopair" else None)
for use in (lambda: "a".encode("nopair"), lambda: b"a".decode("nopair"), lambda: codecs.encode("a", "nopair")):
    try:
        print(use())
    except TypeError as e:
        print(e, e.__cause__)
