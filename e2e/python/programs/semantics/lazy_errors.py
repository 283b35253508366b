"""An exception that an iterator raises comes out of whatever consumes it, and what was made before is kept or lost as the language has it."""


class Broken(Exception):
    pass


def upto(n, log=None):
    for i in range(n):
        yield i
    raise Broken(n)


consumers = {
    "list": lambda g: list(g), "tuple": lambda g: tuple(g), "set": lambda g: set(g), "dict": lambda g: dict((i, i) for i in g),
    "sum": lambda g: sum(g), "min": lambda g: min(g), "max": lambda g: max(g, key=lambda v: -v), "all": lambda g: all(v < 9 for v in g),
    "any first": lambda g: any(v == 1 for v in g), "any": lambda g: any(v > 5 for v in g), "join": lambda g: ",".join(map(str, g)),
    "sorted": lambda g: sorted(g, reverse=True), "enumerate": lambda g: list(enumerate(g)), "zip": lambda g: list(zip(g, "abcdef")),
    "zip short": lambda g: list(zip("ab", g)), "filter": lambda g: list(filter(None, g)), "map": lambda g: list(map(lambda a, b: a, g, "xyz")),
    "star": lambda g: print(*g), "display": lambda g: [*g, 1], "unpack": lambda g: (lambda a, b, c: a)(*g), "in": lambda g: 2 in g,
    "not in": lambda g: 7 in g, "bytes": lambda g: bytes(g), "bytearray": lambda g: bytearray(g), "frozenset": lambda g: frozenset(g),
    "fromkeys": lambda g: dict.fromkeys(g), "extend": lambda g: [].extend(g), "index": lambda g: next(i for i, v in enumerate(g) if v == 2),
}
for name, consume in consumers.items():
    try:
        print(name, "->", consume(upto(3)))
    except Broken as e:
        print(name, "broke at", e)
l = ["old"]
try:
    l += upto(2)
except Broken:
    print("kept by +=", l)
try:
    l[1:] = upto(2)
except Broken:
    print("slice untouched", l)
s = {9}
try:
    s.update(upto(2), [100])
except Broken:
    print("set keeps", s)
d = {}
try:
    d.update((i, i) for i in upto(2))
except Broken:
    print("dict keeps", d)
try:
    a, b = upto(1)
except Broken as e:
    print("unpacking", e)
m = map(lambda v: 6 // v, [3, 0, 2])
print(next(m))
try:
    next(m)
except ZeroDivisionError as e:
    print(e, "and on it goes:", list(m))
g = (6 // v for v in [3, 0, 2])
print(next(g), next(g, "no") if False else "", end="")
try:
    next(g)
except ZeroDivisionError as e:
    print(e, "and it is over:", list(g))
