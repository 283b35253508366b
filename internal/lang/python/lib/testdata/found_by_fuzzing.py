# What programs made at random have shown to differ.
import bisect
import datetime


def show(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


# issubset looks at all of an iterable, intersection ends when it has everything
show({1}.issubset, (1, []))
show({1}.issubset, (True, {True, 2}))
show({1}.intersection, (1, []))
show({1, 2}.issubset, iter([3, 2, 1]))
show(set().issubset, ([],))

# a date's compact form may have two characters more
for text in ("20230101.0", "20230101xy", "2023W011..", "2023-0101.", "00000001.0", "20230132xx", "2023010x", "2023W01-1", "2023-01-1x"):
    show(datetime.date.fromisoformat, text)
    show(datetime.datetime.fromisoformat, text)

# a text that is too long to count, or only to hold
show(lambda: "a\u2028" * 2**62)
show(lambda: "a\u2028" * (2**62 - 1))
show(lambda: "abc\u2028" * (2**61 - 1))

# what is no sequence
for x in ({1, 2}, {1: 2, 2: 3}, 5):
    show(bisect.bisect, x, 1)
    show(bisect.bisect, x, 1, 0, 1)
    show(bisect.insort_left, x, 1, 0, 1)

# negative powers near the middle of two floats
for x in (6.14891469123652e18, 3.7, 1e100, 0.1, 12345.678):
    print(x ** -2, x ** -3, x ** -7, x ** -10.0, x ** -64)

# n groups by the locale, and takes no comma
import decimal
for spec in (",.2n", ",n", ".2n", "n", ",.2f"):
    show(format, decimal.Decimal("1234.5678"), spec)


for reverse in (2**31, -2**31 - 1, 2**70, 2**31 - 1, "x", 1.5, None, True):
    for f in (lambda: sorted([1, 2], reverse=reverse), lambda: [1, 2].sort(reverse=reverse)):
        try:
            print(f())
        except (OverflowError, TypeError) as e:
            print(type(e).__name__, e)

for width in (2**63 - 1, 2**63 - 33, 2**63 - 34, 2**62):
    for x in (b"a", bytearray(b"a"), "a"):
        for pad in (x.zfill, x.ljust, x.rjust, x.center):
            try:
                pad(width)
            except (MemoryError, OverflowError) as e:
                print(type(e).__name__, e)
