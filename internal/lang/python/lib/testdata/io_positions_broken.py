"""tell() where bytes were left out, where encodings have a state, and after reconfigure()."""

import io


def index(data, encoding, errors):
    """Where each line begins, and whether going back there reads what it did."""
    file = io.TextIOWrapper(io.BytesIO(data), encoding=encoding, errors=errors)
    lines = []
    while True:
        place = file.tell()
        line = file.readline()
        if not line:
            break
        lines.append((place, line))
    for place, line in lines:
        file.seek(place)
        again = file.readline()
        if again != line:
            print("not the same:", place, ascii(line), ascii(again))
    return [place for place, _ in lines]


print(index(b"bad\xff\n" + "日本\nétoile\nx\n".encode(), "utf-8", "ignore"))
print(index(b"\xffa\n\xc8\xd5b\n\xff\xff\xff\xff\n\xc8\n\xd5", "gbk", "ignore"))
print(index(b"\xc3" * 300 + b"\n\xe6\x97\xa5\n" + b"\xe6\x97" * 300 + b"\nend", "utf-8", "ignore"))
print(index(b"\xc3" * 300 + b"\n\xe6\x97\xa5\n" + b"\xe6\x97" * 300 + b"\nend", "utf-8", "replace"))
print(index("plain\nétoile+\n日本\nlast".encode("utf-7"), "utf-7", "strict"))

file = io.TextIOWrapper(io.BytesIO(b"one\ntwo\nthree\n"), encoding="utf-8")
file.reconfigure(errors="replace", newline="\n")
print(file.readline(), file.tell())
for options in ({"errors": "ignore"}, {"encoding": "latin-1"}, {"newline": None}, {"encoding": None, "errors": None}, {"line_buffering": True}):
    try:
        print(file.reconfigure(**options))
    except Exception as e:
        print(type(e).__name__, e)
print(file.tell(), file.errors, file.encoding)
file.seek(0)
file.reconfigure(encoding="latin-1")
print(file.read())


class Raw(io.RawIOBase):
    """A raw file whose seek says what it likes."""

    def __init__(self, answer):
        self.answer = answer

    def readable(self):
        return True

    def seekable(self):
        return True

    def tell(self):
        return 0

    def seek(self, offset, whence=0):
        return self.answer


for answer in (3, 0, -1):
    for offset in (10, 0):
        try:
            print(answer, io.BufferedReader(Raw(answer)).seek(offset))
        except Exception as e:
            print(type(e).__name__, e)
