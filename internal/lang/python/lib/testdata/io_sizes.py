# Sizes, places and origins that are too great or no numbers, for each kind of file.
import io


def files():
    yield io.BytesIO(b"abc")
    yield io.StringIO("abc")
    yield io.BufferedReader(io.BytesIO(b"abc"))
    yield io.BufferedWriter(io.BytesIO(b"abc"))
    yield io.BufferedRandom(io.BytesIO(b"abc"))


def show(file, method, *args):
    try:
        result = getattr(file, method)(*args)
    except (OSError, ValueError, TypeError, OverflowError, AttributeError) as e:
        result = f"{type(e).__name__}: {e}"
    print(type(file).__name__, method, *args, "->", result)


for file in files():
    print(type(file).__name__, file.readable(), file.writable())
    for value in (10**25, -(10**25), "x", 1.5):
        for method in "read", "readlines", "read1", "peek", "seek", "truncate":
            show(file, method, value)
        show(file, "seek", 0, value)
