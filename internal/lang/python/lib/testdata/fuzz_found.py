# What the fuzzer found to differ, by what it is about.
import datetime
import itertools
import operator
import re
import struct


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


log = []


def v(n):
    log.append(n)
    return n


l = [1]
# A display's pairs are evaluated before a key is hashed, up to fifteen of them.
show(lambda: {v(1): v(2), l: v(3), v(4): v(5)})
show(lambda: {**{}, l: v(6), v(7): 1, **{}, l: v(8), 1: v(9)})
show(lambda: {l: v(10), **{1: v(11)}})
show(lambda: {l: v(12), 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7, 8: 8, 9: 9, 10: 10, 11: 11, 12: 12, 13: 13, 14: v(13)})
show(lambda: {l: v(14), 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7, 8: 8, 9: 9, 10: 10, 11: 11, 12: 12, 13: 13, 14: 14, 15: v(15)})
show(lambda: {v(16): 1, 'b': {l: v(17), 2: v(18)}})
show(lambda: {(x := 1): x, (x := 2): x})
print(log)


# The step of a slice is looked at first.
def bad_set(): l['a'::0] = 5
def bad_del(): del l['a'::0]


for f in (lambda: l['a':2:0], lambda: l[1:2:'x'], lambda: l['a':'b':0], lambda: (1,)['a'::0], lambda: range(3)['a'::0], bad_set, bad_del):
    show(f)


# Exceptions have slots, too.
class E(Exception):
    __slots__ = ('code', 'extra')


class F(E):
    pass


for e in (E('a'), F('b')):
    show(lambda: e.code)
    e.code = 5
    print(e.code, e.__dict__, E.code.__get__(e))
    del e.code
    show(lambda: e.code)
    show(lambda: e.__delattr__('code'))
    show(lambda: E.code.__get__(ValueError()))

show(lambda: object.__getattribute__(E, 'tag'))
show(lambda: E.tag)
show(lambda: list(range(2**63 - 1)))
show(lambda: [*range(2**63 - 1)])
show(lambda: list(range(2**63)))
show(lambda: sorted(range(-2**63, 2**63)))
show(lambda: operator.countOf(5, 1))
show(lambda: operator.indexOf(None, 1))
show(lambda: operator.countOf('aba', 'a'))
for bounds in ((-1,), (-2,), ('x',), (1, -1), (1, -2), (-1, 5), (2**70,), (-2**70,), (0, 1, 0)):
    show(lambda: list(itertools.islice('abc', *bounds)))
show(lambda: datetime.date(2**70, 1, 1))
show(lambda: datetime.date(2**40, 1, 1))
show(lambda: datetime.datetime.fromtimestamp(2**60, datetime.timezone.utc))
show(lambda: re.compile({}))
show(lambda: re.compile(5))
show(lambda: struct.pack([], 1))
show(lambda: struct.Struct([]))
show(lambda: struct.pack('\0'))
show(lambda: struct.pack('>d', float('nan')))
show(lambda: open([], 'q'))
show(lambda: open('a', 'q'))

# A NaN in a set, where another of the same hash is looked for.
nan = float('nan')
print(0 in {nan}, {nan, 0} == {0, nan}, len({nan, float('nan'), 0, 0.0, complex('nan')}), nan in {nan})
s = {nan}
s.add(0)
s.discard(float('-inf'))
s.discard(nan)
print(s)

# The smallest none of things that can't be compared, and formats of a count alone.
import heapq, struct
print(heapq.nsmallest(0, (0j, 1j)), heapq.nlargest(-1, [0j, 1j]))
for text in "9223372036854775807", "9223372036854775808", "922337203685477580712345b", "5":
    try:
        print(struct.calcsize(text))
    except struct.error as e:
        print(e)

# Names that an enumeration hasn't, and namespaces that are none.
import enum
class Level(enum.IntEnum):
    LOW = 1
for f in (lambda: Level.HIGH, lambda: Level["HIGH"], lambda: eval("a", {}, 5), lambda: exec("a", {}, 5), lambda: exec("a", None, 5),
          lambda: eval("a", 5, 5), lambda: exec("a", 5, 5), lambda: eval("a", None, "x"), lambda: getattr(Level, "x", "none"), lambda: hasattr(Level, "__nothing__")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

# Names of encodings that are no text.
for f in (lambda: "ab".encode("\ud800"), lambda: "ab".encode("utf-8", "\ud800"), lambda: b"ab".decode("\udfff"), lambda: str(b"ab", "\ud800"), lambda: bytes("ab", "\ud800"),
          lambda: bytearray("ab", "\ud800"), lambda: "a\ud800b".encode(), lambda: complex("\ud800_X1")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

# What an argument is called that a class of the library refuses, and which is looked at first.
import decimal
import itertools
import string
import struct
for f in (lambda: struct.Struct(None), lambda: struct.calcsize(decimal.Decimal(1)), lambda: itertools.combinations(None, "x"), lambda: itertools.combinations(None, 1),
          lambda: itertools.combinations_with_replacement(5, None), lambda: next(itertools.count(True)), lambda: itertools.count(False, True),
          lambda: int(memoryview(b"mn")), lambda: int(bytearray(b"m")), lambda: string.capwords(b"a b", 1), lambda: string.capwords("a b-c", "-")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

# Nobody looks for the encoding of no bytes.
for f in (lambda: b"".decode("zz"), lambda: bytearray().decode("zz", "qq"), lambda: str(b"", "zz"), lambda: str(memoryview(b""), "zz"), lambda: "".encode("zz"),
          lambda: bytes("", "zz"), lambda: b"".decode("a\0"), lambda: b"".decode(5), lambda: b"a".decode("zz")):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

# Formats with a null character.
for text in ("\0", "i\0", b"\0i", "zz\0", "\0é", ",\x7f\0"):
    for f in (struct.calcsize, struct.Struct):
        try:
            print(f(text))
        except Exception as e:
            print(type(e).__name__, e)
