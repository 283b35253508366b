"""Addresses and networks by bit arithmetic: parse, check, contain, summarize, allocate."""
import re
import struct
import sys
from functools import total_ordering
from itertools import groupby, islice


@total_ordering
class Address:
    __slots__ = ("value",)

    def __init__(self, text):
        if isinstance(text, int):
            if not 0 <= text < 1 << 32:
                raise ValueError(f"{text:#x} is out of range")
            self.value = text
            return
        parts = text.split(".")
        if len(parts) != 4 or not all(re.fullmatch(r"0|[1-9]\d{0,2}", p, re.A) and int(p) < 256 for p in parts):
            raise ValueError(f"{text!r} is no address")
        (self.value,) = struct.unpack("!I", bytes(map(int, parts)))

    def __str__(self):
        return ".".join(map(str, struct.pack("!I", self.value)))

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __int__(self):
        return self.value

    __index__ = __int__

    def __eq__(self, other):
        return self.value == other.value if isinstance(other, Address) else NotImplemented

    def __lt__(self, other):
        return self.value < other.value if isinstance(other, Address) else NotImplemented

    def __hash__(self):
        return hash((Address, self.value))

    def __add__(self, n):
        return type(self)(self.value + n)

    def __sub__(self, other):
        return self.value - other.value if isinstance(other, Address) else type(self)(self.value - other)


class Network:
    def __init__(self, text, strict=True):
        base, _, bits = text.partition("/")
        self.bits = int(bits or 32)
        if not 0 <= self.bits <= 32:
            raise ValueError(f"/{self.bits} is no prefix")
        address = Address(base)
        self.base = Address(address.value & self.mask)
        if strict and self.base != address:
            raise ValueError(f"{text} has host bits set, use {self}")

    @property
    def mask(self):
        return ~0 << 32 - self.bits & 0xFFFFFFFF

    def __len__(self):
        return 1 << 32 - self.bits

    def __contains__(self, a):
        if isinstance(a, Network):
            return a.bits >= self.bits and a.base in self
        return a.value & self.mask == self.base.value

    def __getitem__(self, i):
        if not -len(self) <= i < len(self):
            raise IndexError(i)
        return self.base + i % len(self)

    def __str__(self):
        return f"{self.base}/{self.bits}"

    def __repr__(self):
        return f"<{self}>"

    def split(self, bits):
        for start in range(int(self.base), int(self.base) + len(self), 1 << 32 - bits):
            yield Network(f"{Address(start)}/{bits}")


def summarize(addresses):
    """The fewest networks that have these addresses and no others."""
    numbers = sorted(set(map(int, addresses)))
    for _, run in groupby(enumerate(numbers), key=lambda p: p[1] - p[0]):
        run = [n for _, n in run]
        start, left = run[0], len(run)
        while left:
            size = min(start & -start or 1 << 32, 1 << left.bit_length() - 1)
            yield Network(f"{Address(start)}/{33 - size.bit_length()}")
            start, left = start + size, left - size


good, bad = [], []
for line in sys.stdin:
    try:
        good.append(Address(line.strip()))
    except ValueError as e:
        bad.append(e)
print(*bad, sep="\n")
print(sorted(good), len({*good}), max(good) - min(good), f"{int(good[0]):032b}", hex(good[0]))
print(list(summarize(good)))
net = Network("10.1.0.0/22")
print(net, len(net), net[0], net[-1], net[5], f"{Address(net.mask)}", [a for a in good if a in net], Network("10.1.2.0/24") in net)
print(list(net.split(24)), [str(a) for a in islice(net, 3)], sum(1 for _ in islice(iter(net), 2000)), Address("1.2.3.4") in Network("0.0.0.0/0"))
for attempt in (lambda: Network("10.0.0.1/8"), lambda: Network("1.1.1.1/33"), lambda: net[1024], lambda: Address(-1), lambda: Address("1.1.1.1") < 5, lambda: Address("255.255.255.255") + 1, lambda: setattr(Address(0), "x", 1)):
    try:
        print(attempt())
    except Exception as e:
        print(type(e).__name__, e)
print(Network("10.0.0.77/26", strict=False), Address("0.0.1.0") == 256, Address(3) == Address("0.0.0.3"), bytes(Address("1.1.1.1").value.to_bytes(4, "big")))
