# Places and sizes that no file has.
import io

with open("x", "wb") as file:
    file.write(b"abcdef")

MAKERS = [lambda: open("x", "rb"), lambda: open("x", "r+b"), lambda: open("x", "ab"), lambda: open("x", "rb", buffering=0), lambda: open("x", "r+b", buffering=0),
          lambda: open("x"), lambda: open("x", "r+"), lambda: io.BytesIO(b"abc"), lambda: io.StringIO("abc"), lambda: io.BufferedReader(io.BytesIO(b"abc")),
          lambda: io.BufferedRandom(io.BytesIO(b"abc")), lambda: io.TextIOWrapper(io.BytesIO(b"abc"))]


def show(*names, make):
    name, *args = names
    try:
        with make() as file:
            print(name, *args, "->", repr(getattr(file, name)(*args)))
    except Exception as e:
        print(name, *args, "->", type(e).__name__, e)


for make in MAKERS:
    print(type(make()).__name__)
    text = isinstance(make(), io.TextIOBase)
    for n in -1, -2 ** 63, -2 ** 63 - 1, -10 ** 30, 2 ** 63, 10 ** 30, "a", None, 2:
        for whence in 0, 1, 2:
            if n not in (2 ** 63, 10 ** 30) or not text:
                show("seek", n, whence, make=make)
        show("read", n, make=make)
        if n is not None:
            show("truncate", n, make=make)
        for name in "readline", "read1", "peek":
            if hasattr(make(), name) and not isinstance(make(), io.BufferedWriter):
                show(name, n, make=make)
    for whence in -1, 5, 2 ** 31, 2 ** 70, "a", None, 1.0:
        show("seek", 0, whence, make=make)
for n in True, 1:
    for make in MAKERS:
        show("truncate", n, make=make)
for kind in io.StringIO, io.TextIOWrapper, io.FileIO, io.BytesIO:
    print(kind.__name__, hasattr(kind, "read1"))
