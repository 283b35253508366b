# unicodedata.decomposition and mirrored of every character.
import hashlib
import unicodedata as u

for lo in range(0, 0x110000, 0x800):
    got = [(u.decomposition(chr(c)), u.mirrored(chr(c))) for c in range(lo, lo + 0x800)]
    if any(d or m for d, m in got):
        print(hex(lo), hashlib.md5(repr(got).encode()).hexdigest())
print(u.decomposition("é"), u.decomposition("ǖ"), u.decomposition("½"), u.decomposition("\u3301"), u.decomposition("\uac00") == "")
print(u.mirrored("("), u.mirrored("a"))
for f in u.decomposition, u.mirrored:
    for a in "ab", 1, "":
        try:
            f(a)
        except TypeError as e:
            print(e)
