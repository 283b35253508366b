# Objects as bytes: the bytes are CPython's, in every protocol.
import collections
import copyreg
import datetime
import decimal
import enum
import fractions
import io
import pickle


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __repr__(self):
        return "Point(%r, %r)" % (self.x, self.y)

    class Inner:
        def __repr__(self):
            return "Inner()"


class Slotted:
    __slots__ = ("a", "b")

    def __repr__(self):
        return "Slotted(%r)" % (self.a,)


class State:
    def __init__(self, n):
        self.n, self.cache = n, [1] * n

    def __getstate__(self):
        return {"n": self.n}

    def __setstate__(self, state):
        self.__init__(state["n"])

    def __repr__(self):
        return "State(%r, %r)" % (self.n, self.cache)


class Reduced:
    def __init__(self, *args):
        self.args = args

    def __reduce__(self):
        return Reduced, self.args, {"args": self.args + (1,)}

    def __repr__(self):
        return "Reduced%r" % (self.args,)


class Named(dict):
    pass


class Items(list):
    def __init__(self, *a):
        super().__init__(a)
        self.extra = 1


class Mood(enum.Enum):
    GOOD = 1
    BAD = 2


Pair = collections.namedtuple("Pair", "left right")


class Problem(Exception):
    def __init__(self, code, text):
        super().__init__(code, text)
        self.code = code


values = [
    None, True, False, 0, 1, 255, 256, 65535, 65536, -1, 2**31 - 1, 2**31, -2**31, -2**31 - 1, 10**30, -10**30, 2**2100, -128, -2**63, 2**63,
    1.5, float("inf"), -0.0, 3 + 4j, "", "abc", "h\xe9\n\\x", "\U0001f600", "x" * 300, b"", b"abc", b"\xff" * 300, bytearray(b"ab"),
    (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1], [1, 2], list(range(20)), {}, {"a": 1}, {"a": [1, {}], "b": (None,)},
    set(), {1}, {1, 2, 3}, frozenset(), frozenset([1, 2]), range(3), slice(1, 2), len, print, int, Point, Point.Inner, type(None), ...,
    NotImplemented, Point(1, [2]), Point.Inner(), State(2), Reduced(1, 2), Items(1, 2), Mood.BAD, Pair(1, 2),
    collections.OrderedDict(a=1), collections.deque([1, 2], 5), collections.Counter("aab"), collections.defaultdict(list, {1: [2]}),
    decimal.Decimal("1.50"), fractions.Fraction(1, 3),
]
shared = [1]
values.append([shared, shared, (shared,)])
named = Named(a=1)
named.note = "n"
values.append(named)
for value in values:
    for protocol in range(6):
        data = pickle.dumps(value, protocol)
        print(protocol, data if len(data) < 200 else (len(data), data[:40], data[-10:]))
        back = pickle.loads(data)
        if back != value and not repr(back) == repr(value):
            print("differs", repr(back), repr(value))

cycle = []
cycle.append(cycle)
loop = {}
loop["self"] = (loop, [loop])
for x in (cycle, loop):
    for protocol in range(6):
        print(pickle.dumps(x, protocol))
back = pickle.loads(pickle.dumps(loop))
print(back["self"][0] is back, back["self"][1][0] is back)
slotted = Slotted()
slotted.a = 5
print(pickle.dumps(slotted), pickle.loads(pickle.dumps(slotted, 2)))
for e in (ValueError("x", 1), Problem(1, "t"), KeyError("k")):
    back = pickle.loads(pickle.dumps(e))
    print(type(back).__name__, back.args, back.__dict__)

big = {i: str(i) * 3 for i in range(2500)}
data = pickle.dumps(big)
print(len(data), pickle.loads(data) == big)
data = pickle.dumps(["y" * 70000, b"z" * 70000, "w"])
print(len(data), data[:30], pickle.loads(data)[2])

file = io.BytesIO()
pickler = pickle.Pickler(file)
pickler.dump(shared)
pickler.dump(shared)
file.seek(0)
unpickler = pickle.Unpickler(file)
print(file.getvalue(), unpickler.load(), unpickler.load())


class Persistent(pickle.Pickler):
    def persistent_id(self, obj):
        return ("point", obj.x) if isinstance(obj, Point) else None


class Restored(pickle.Unpickler):
    def persistent_load(self, pid):
        return Point(pid[1], "restored")

    def find_class(self, module, name):
        if name == "system":
            raise pickle.UnpicklingError("global '%s.%s' is forbidden" % (module, name))
        return super().find_class(module, name)


file = io.BytesIO()
Persistent(file).dump([Point(1, 2), 3])
file.seek(0)
print(Restored(file).load())
try:
    Restored(io.BytesIO(b"cos\nsystem\n(S'echo'\ntR.")).load()
except pickle.UnpicklingError as e:
    print(e)
copyreg.pickle(Slotted, lambda s: (Slotted, (), (None, {"a": s.a * 2})))
print(pickle.loads(pickle.dumps(slotted)))


def local():
    class Hidden:
        pass
    return Hidden()


def attempt(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__module__, type(e).__name__, str(e).split(" at 0x")[0])


attempt(lambda: pickle.dumps(local()))
attempt(lambda: pickle.dumps(lambda: 1))
attempt(lambda: pickle.dumps(x for x in ()))
attempt(lambda: pickle.loads(b""))
attempt(lambda: pickle.loads(b"\x80\x04K"))
attempt(lambda: pickle.loads(b"\x80\x04K\x01"))
attempt(lambda: pickle.loads(b"?."))
attempt(lambda: pickle.loads(b"."))
attempt(lambda: pickle.loads(b"\x80\x09."))
attempt(lambda: pickle.loads(b"cnowhere\nthing\n."))
attempt(lambda: pickle.loads("text"))
attempt(lambda: pickle.dumps(1, 9))
for when in (datetime.date(2020, 1, 2), datetime.datetime(2020, 1, 2, 3, 4, 5, 6), datetime.time(1, 2), datetime.timedelta(1, 2, 3),
             datetime.datetime(2020, 1, 2, tzinfo=datetime.timezone.utc)):
    print(repr(pickle.loads(pickle.dumps(when))))
print(pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL, issubclass(pickle.PicklingError, pickle.PickleError))
print(pickle.loads(b"(dp0\nS'a'\np1\nI1\nsS'b'\np2\n(lp3\nI2\naI3\nas."), pickle.loads(b"I01\n."), pickle.loads(b"L123L\n."))
