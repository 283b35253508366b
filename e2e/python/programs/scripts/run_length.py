from itertools import groupby


def encode(text):
    return "".join(f"{len(list(g))}{c}" for c, g in groupby(text))


def decode(text):
    out, n = [], ""
    for c in text:
        if c.isdigit():
            n += c
        else:
            out.append(c * int(n or 1))
            n = ""
    return "".join(out)


for s in ("", "a", "aaabccd", "日日本", "x" * 25):
    e = encode(s)
    print(repr(s), repr(e), decode(e) == s)
