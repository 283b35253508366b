"""Smaller differences that programs of other people showed."""

import sys
import types


def show(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


print([n for n in dir() if n.startswith("__a") or n.startswith("__c")], __cached__, __annotations__)
for n in 3, -3, 2 ** 31, -(2 ** 31), 3037000499, 3037000500, -3037000500, 2 ** 62:
    print(n ** 2, n ** 3, n ** 1, n ** 0)
print((-2) ** 63, 2 ** 63, (-8) ** 21, 10 ** 18, 10 ** 19, 0 ** 0)

show(lambda: dict.get.__get__(1, int))
show(lambda: str.__str__.__get__(1, int))
show(lambda: dict.get.__get__({"a": 1}, dict)("a"))
show(lambda: object.__dict__["__class__"].__get__(None, None))
show(lambda: show.__get__(None, None))
show(lambda: (tuple.__itemsize__, list.__itemsize__, bytes.__itemsize__))
show(lambda: "abc".encode("charmap") + "é".encode("charmap"))
show(lambda: types.MappingProxyType("abc"))


class Emptier:
    def __hash__(self):
        return 0

    def __eq__(self, other):
        source.clear()
        return False


source = {"a": 1, Emptier(): 3, "c": 4}
show(lambda: {Emptier(): 0, 1: 1}.update(source))

for name in "stdin", "stderr":
    keep = getattr(sys, name)
    setattr(sys, name, None)
    show(input)
    setattr(sys, name, keep)

events = []
sys.addaudithook(lambda event, args: events.append((event, args)) if event.startswith("own.") else None)
sys.audit("own.event", 1, "two")
print(events)

import struct
for format, value in ("<b", 127), ("<b", 128), ("<B", 255), ("<B", -1), ("<h", -32768), ("<q", -2 ** 63), ("<Q", 2 ** 64 - 1), ("<I", 2 ** 32), (">H", 65536):
    show(lambda: struct.pack(format, value))
    show(lambda: struct.pack(format, value))
show(lambda: struct.pack(bytearray(b"<b"), 1))
