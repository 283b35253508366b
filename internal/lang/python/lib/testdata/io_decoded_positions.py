"""tell() and seek() within text that isn't plain UTF-8."""

import io
import random

TEXT = "aé\r\nbéd ☃\n\nlast line 😀\nend"
SIMPLE = "aé\r\nbéd\n\nlast line\nend"


def walk(data, encoding, errors="strict", newline=None):
    """Read in pieces; go back to each place, and read what follows it."""
    file = io.TextIOWrapper(io.BytesIO(data), encoding=encoding, errors=errors, newline=newline)
    places = [(file.tell(), "")]
    for size in (1, 1, 2, 3, 1, 4):
        text = file.read(size)
        places.append((file.tell(), text))
    places.append((file.readline(), file.tell()))
    print(encoding, errors, places)
    marks = [p for p, _ in places[:-1]]
    random.Random(1).shuffle(marks)
    for mark in marks:
        file.seek(mark)
        print("  ", mark, ascii(file.readline()), file.tell(), ascii(file.read()))


for encoding in ("utf-16-le", "utf-16-be", "utf-32-be", "utf-8-sig", "gbk", "shift_jis", "euc_kr", "cp932"):
    try:
        data = SIMPLE.encode(encoding, "replace")
    except LookupError:
        continue
    walk(data, encoding)
for encoding in ("utf-16-le", "utf-32", "utf-16", "utf-8-sig", "utf-8"):
    walk(TEXT.encode(encoding), encoding)
    walk(TEXT.encode(encoding), encoding, newline="")

BROKEN = b"a\xff\xfeb\xc3\xa9\xe2\x82c\r\nd\xf0\x9f\x98\x80\x80\x80e\nf\xc3\n"
for errors in ("replace",):
    walk(BROKEN, "utf-8", errors)
    walk(BROKEN, "ascii", errors)
walk(b"ab\x81\x82c\r\nd\x8d\n", "cp1252", "replace")

# A mark of the other byte order is remembered, whatever the numbers are.
file = io.TextIOWrapper(io.BytesIO(b"\xfe\xff" + "aé\nbcd\nef".encode("utf-16-be")), encoding="utf-16")
line = file.readline()
place = file.tell()
rest = file.read()
file.seek(place)
print(ascii(line), ascii(rest), file.read() == rest)
file.seek(0)
print(file.read() == line + rest)

# Lines of a broken file, by an index of where they begin.
lines = [b"line %d \xff\xfe %s\n" % (i, b"\xc3\xa9" * (i % 7)) for i in range(500)]
for errors in ("replace", "ignore", "surrogateescape", "backslashreplace"):
    file = io.TextIOWrapper(io.BytesIO(b"".join(lines)), encoding="utf-8", errors=errors)
    index = []
    while True:
        place = file.tell()
        line = file.readline()
        if not line:
            break
        index.append((place, line))
    wrong = 0
    for place, line in reversed(index):
        file.seek(place)
        wrong += file.readline() != line
    print(errors, len(index), index[3], index[-1][0], wrong)
