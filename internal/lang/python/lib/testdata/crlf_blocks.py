"""Text read in pieces whose ends meet those of the blocks that files are read in."""
import io

R = 65536


def text(data, **given):
    return io.TextIOWrapper(io.BytesIO(data), "utf-8", **given)


for before in (3, 2, 1, 0):
    data = b"\r\n" + b"x" * (R - before) + b"\r\nend"
    for size in (R - 3, R - 2, R - 1, R, R + 1, R + 2):
        f = text(data)
        first = f.read(size)
        print(before, size - R, len(first) - R, repr(first[-2:]), repr(f.read(1)), repr(f.read()))

# Many line ends before the edge: each is two bytes and one character.
for size in (R // 2 - 1, R // 2, R // 2 + 1, R - 1, R, R + 1):
    f = text(b"\r\n" * R + b"last\r")
    print(size, len(f.read(size)), len(f.read(size)), repr(f.read()[-6:]))

# A character that the edge divides.
f = text(b"\r\n" + b"x" * (R - 3) + "é\r\n€".encode() * 3)
print(len(f.read(R - 2)), repr(f.read(1)), repr(f.read(1)), repr(f.read(2)), repr(f.read()))

# Lone carriage returns at the edge and at the end.
f = text(b"y" * (R - 1) + b"\rz\r")
print(len(f.read(R)), repr(f.read(1)), repr(f.read(1)), repr(f.read()), repr(f.newlines))

# Ends that stay as they are.
for newline in ("", "\n", "\r", "\r\n"):
    f = text(b"x" * (R - 1) + b"\r\nend", newline=newline)
    print(repr(newline), len(f.read(R)), repr(f.read(1)), repr(f.readline()))

# Lines and pieces in turn.
f = text((b"a" * 9 + b"\r\n") * 20000)
total, pieces = 0, set()
while piece := f.read(997):
    total += len(piece)
    pieces.add(len(piece))
    line = f.readline()
    total += len(line)
print(total, sorted(pieces), repr(f.newlines))

# Pieces of lines.
f = text(b"abc\r\ndef\r\n\r\n\rgh\r\n")
print([f.readline(n) for n in (3, 1, 4, 1, 1, 5, 5)])
f = text(b"x" * (R - 1) + b"\r\nend")
print(len(f.readline(R)), repr(f.readline(R)))
