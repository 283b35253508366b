# What _pickle writes and reads: the bytes are CPython's, and so is what it says of bytes that are no pickle.
import collections
import copyreg
import hashlib
import io
import pickle


def show(value, protocols=range(6)):
    for protocol in protocols:
        data = pickle.dumps(value, protocol)
        print(protocol, len(data), hashlib.sha1(data).hexdigest()[:16])
        again = pickle.loads(data)
        if again != value or type(again) is not type(value):
            print("differs")
        file = io.BytesIO()
        pickle.Pickler(file, protocol).dump(value)
        if file.getvalue() != data or pickle.load(io.BytesIO(data + b"more")) != value:
            print("a file differs")


for n in (0, 1, 2, 999, 1000, 1001, 2000, 2500):
    show(list(range(n)))
    show(dict.fromkeys(range(n)))
    show(set(range(n)))
    show(frozenset(range(n)))
    show(collections.deque(range(n)))
    show(collections.OrderedDict.fromkeys(range(n)))
    show(tuple(str(i) for i in range(n)))
for bits in (7, 8, 15, 16, 31, 32, 39, 40, 63, 64, 127, 2039, 2040, 2047, 2048):
    show([s * (1 << bits) + d for s in (1, -1) for d in (-1, 0, 1)])
for n in (255, 256, 65535, 65536, 70000, 200000):
    show(["a" * n, b"b" * n, bytearray(b"c" * n), "\xe9" * n, [n]])
show(["%d" % (i % 300) * 30 for i in range(9000)])
show("\ud800\udc00\ud800", (1, 2, 3, 4, 5))
show([{"id": i, "tags": ["a", "b"], "score": i / 2, "ok": i % 2 == 0, "none": None} for i in range(1000)])


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)


class Other(Point):
    pass


class Keyed(tuple):
    def __new__(cls, *items, note=None):
        made = super().__new__(cls, items)
        made.note = note
        return made

    def __getnewargs_ex__(self):
        return tuple(self), {"note": self.note}


class Setter:
    def __reduce__(self):
        return Setter, (), {"n": 1}, None, None, apply

    def __eq__(self, other):
        return vars(self) == vars(other) or True


def apply(obj, state):
    obj.n = state["n"] + 1


class Name:
    def __reduce__(self):
        return "NAME"


NAME = Name()
later = range(1, 6)
show([Point(i, [i]) for i in range(300)], later)
show([Other(1, 2), Point(3, 4), Other], later)
print(pickle.loads(pickle.dumps([Keyed(1, 2, note="n")], 2))[0].note, pickle.loads(pickle.dumps(Keyed(note=3))).note)
show(Setter(), later)
show([NAME, NAME])
show([len, Point, Other, [].append.__name__, collections.OrderedDict, None])


class Cycle:
    pass


c = Cycle()
c.own = (c, [c], {1: c})
for protocol in range(6):
    again = pickle.loads(pickle.dumps(c, protocol))
    print(again.own[0] is again, again.own[1][0] is again, again.own[2][1] is again)
copyreg.pickle(Other, lambda o: (Other, (o.y, o.x)))
print(vars(pickle.loads(pickle.dumps(Other(1, 2)))))


def attempt(call):
    try:
        return repr(call())
    except Exception as e:
        return "%s %s" % (type(e).__name__, e)


class Changes:
    def __init__(self, holder):
        self.holder = holder

    def __reduce__(self):
        if isinstance(self.holder, dict):
            self.holder[len(self.holder)] = 1
        else:
            self.holder.clear()
        return int, ()


d = {}
d.update(a=Changes(d), b=2)
print(attempt(lambda: pickle.dumps(d)))
l = []
l.extend([1, Changes(l), 2, 3])
print(attempt(lambda: pickle.loads(pickle.dumps(l))))
for made in ((int, 1), (1, ()), (int,), 5, (copyreg.__newobj__, ()), (copyreg.__newobj__, (int,)), (int, (), None, 5), (dict, (), None, None, [1])):
    class Wrong:
        def __reduce__(self):
            return made
    print(attempt(lambda: pickle.dumps(Wrong())))
deep = []
for i in range(10000):
    deep = [deep]
print(attempt(lambda: pickle.dumps(deep)))

file = io.BytesIO()
pickler = pickle.Pickler(file)
shared = ["shared"]
for x in (shared, [shared, "new"], {"k": shared}):
    pickler.dump(x)
print(file.getvalue())
file.seek(0)
unpickler = pickle.Unpickler(file)
print([unpickler.load() for i in range(3)])

tests = b"""
| 80 | 28 | 29 | 282e | 302e | 312e | 322e | 28322e | 852e | 28852e | 4e862e | 612e | 4e | 5d612e | 5d4e612e | 4e612e | 4e284e652e
| 7d4e4e732e | 7d284e4e4e752e | 7d28752e | 284e4e4e642e | 4b782e | 490a2e | 49780a2e | 49203132200a2e | 493078310a2e | 4c314c0a2e
| 4c310a2e | 4c0a2e | 4c4c0a2e | 4c7a7a0a2e | 460a2e | 46780a2e | 46312e350a2e | 4620312e350a2e | 532761275c783431270a2e | 530a2e
| 5327610a2e | 532261220a2e | 53276127200a2e | 550261622e | 5502fffe2e | 54020000006162 2e | 54ffffffff2e | 5661625c75303034310a2e
| 58ffffffff2e | 8dffffffffffffffff2e | 8dffffffffffffff7f2e | 8effffffffffffffff2e | 96ffffffffffffffff2e | 960100000000000000612e
| 95ffffffffffffffff2e | 9505000000000000004e2e | 9501000000000000004e4e2e | 8c03eda0802e | 8c02ffff2e | 8a002e | 8a01ff2e
| 8a0900000000000000 80ff2e | 8bffffffff2e | 8b01000000052e | 68002e | 6affffffff2e | 4e710568052e | 71002e | 67300a2e | 672d310a2e
| 67780a2e | 4e702d310a2e | 670a2e | 4e71054b019468012e | 942e | 4e4e932e | 82012e | 82002e | 84ffffffff2e | 506162630a2e
| 4e4e522e | 4e4e812e | 4e29812e| 286f2e | 622e | 4e4e622e | 4e4b01622e | 4e4e4e87622e | 4e7d7d86622e | 4e4e4b0186622e | 972e | 982e
| 4e982e | 430161982e | 8f284b014b014b02902e | 8f285d902e | 284b01912e | 285d912e | 4e284e902e | 742e | 6c2e | 286c2e | 912e | 902e
| 3f | 27 | 5c | 00 | 99 | ff | 80062e | 80054e2e | 4affffffff2e | 4d01022e | 473ff00000000000002e | 473f2e | 4930310a2e
| 282828313031312e | 4e28302e | 4e2830302e | 4e284e302e
"""
for text in tests.decode().replace("\n", "").split("|"):
    data = bytes.fromhex(text)
    print(text.strip(), attempt(lambda: pickle.loads(data)), attempt(lambda: pickle.load(io.BytesIO(data))) == attempt(lambda: pickle.loads(data)))
for encoding in ("bytes", "latin1", "utf-8"):
    print(attempt(lambda: pickle.loads(b"U\x03a\xc3\xa9.", encoding=encoding)))
for buffers in ([b"ab"], [], [1]):
    print(attempt(lambda: bytes(pickle.loads(b"\x97.", buffers=buffers))), attempt(lambda: bytes(pickle.loads(b"\x97\x98.", buffers=buffers))))
