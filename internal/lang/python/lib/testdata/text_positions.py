"""Positions in text: of subclasses, and of encodings in which each byte is a character."""
import io


class T(io.TextIOWrapper):
    pass


t = T(io.BytesIO(b"abc\ndef"))
print(t.tell(), t.read(1), t.tell(), t.seek(0), repr(t.read()), t.seek(0, 2))
for name in ("seek", "tell", "truncate"):
    print(name in dir(io.TextIOWrapper), getattr(T, name).__name__)
below = io.BytesIO(b"abc\ndef")
t = T(below)
print(t.truncate(2), t.read(), below.getvalue())
t = T(io.BytesIO(b"abc\xe9\xe8"), "latin-1")
print(t.read(2), t.tell(), t.seek(0, 1), t.read(2) == "c\xe9", t.tell(), t.seek(1), t.read() == "bc\xe9\xe8", t.tell())
for encoding in ("latin-1", "cp1252", "ascii", "iso8859-15", "koi8-r", "cp437"):
    f = io.TextIOWrapper(io.BytesIO(b"abc\xe9\r\ndef\xc0" if encoding != "ascii" else b"abcd\r\nefg"), encoding, newline="")
    places = []
    for read in (lambda: f.read(3), lambda: f.read(1), f.readline):
        read()
        places.append(f.tell())
    f.seek(places[0])
    print(encoding, places, ascii(f.read()), f.tell())
f = io.TextIOWrapper(io.BytesIO(b"abc\r\ndef"), "latin-1")
print(repr(f.read(4)), f.tell(), repr(f.read()), f.tell())
below = io.BytesIO(b"abc\xe9\xe8")
f = io.TextIOWrapper(below, "latin-1")
print(f.read(2), f.truncate(), below.getvalue())
