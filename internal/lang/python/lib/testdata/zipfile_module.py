import io
import zipfile
from zipfile import ZipFile, ZipInfo

data = io.BytesIO()
with ZipFile(data, "w") as z:
    print(repr(z).split(" file=")[0], z.mode, z.namelist())
    info = ZipInfo("a.txt", (2020, 2, 3, 4, 5, 6))
    z.writestr(info, "hello\nworld\n")
    info = ZipInfo("dir/é.txt", (2021, 2, 3, 4, 5, 7))
    info.comment = b"about it"
    z.writestr(info, b"x" * 1000, zipfile.ZIP_DEFLATED)
    z.mkdir("empty")
    with z.open(ZipInfo("open.bin", (1999, 12, 31, 23, 59, 58)), "w") as f:
        print(f.writable(), f.write(b"1234"), f.write(bytearray(b"56")))
        for what in (lambda: z.writestr("b", ""), lambda: z.read("a.txt"), z.close):
            try:
                what()
            except ValueError as e:
                print("ValueError:", e)
    z.comment = b"an archive"
    print(z.namelist())
print(data.getvalue()[:42].hex(), data.getvalue()[-32:-20].hex())
print(zipfile.is_zipfile(data), zipfile.is_zipfile(io.BytesIO(b"PK")), zipfile.is_zipfile(io.BytesIO(b"")))

with ZipFile(data) as z:
    z.printdir()
    for i in z.infolist():
        print(i.filename, i.date_time, i.file_size, hex(i.CRC), i.compress_type, i.comment, i.flag_bits, hex(i.external_attr), i.create_system,
              i.create_version, i.extract_version, i.is_dir(), i.header_offset if i.filename < "b" else "")
    print(z.getinfo("a.txt"))
    print(z.infolist()[2])
    print(z.read("a.txt"), z.testzip(), z.comment)
    with z.open("a.txt") as f:
        print(f, f.readline(), f.tell(), f.peek(3)[:3], f.read1(2), f.read(), f.read(), f.readable(), f.seekable())
        print(f.seek(3), f.read(4), f.seek(-4, 2), f.read(), f.seek(0), list(f))
    print(f, f.closed)
    with z.open("dir/é.txt") as f:
        print(f.read(10), len(f.read()), f.name)
    with io.TextIOWrapper(z.open("a.txt"), encoding="ascii") as f:
        print([line for line in f])
    for what in (lambda: z.read("none"), lambda: z.open("a.txt", "q"), lambda: z.writestr("n", ""), lambda: z.setpassword("x"),
                 lambda: setattr(z, "comment", "text")):
        try:
            what()
        except (KeyError, ValueError, TypeError) as e:
            print(type(e).__name__, e)
try:
    z.read("a.txt")
except ValueError as e:
    print(e)
print(z)

with ZipFile(data, "a") as z:
    z.writestr(ZipInfo("late.txt", (2022, 1, 1, 0, 0, 0)), "late")
print(ZipFile(data).namelist(), ZipFile(data).comment)
with ZipFile(io.BytesIO(b"before" + data.getvalue())) as z:
    print(z.read("late.txt"))

for broken in (b"", b"not an archive" * 10, data.getvalue()[:-40], data.getvalue().replace(b"world", b"World"),
               data.getvalue().replace(b"PK\1\2", b"PK\1\3"), data.getvalue().replace(b"PK\3\4", b"PK\3\5"),
               data.getvalue().replace(b"a.txt", b"b.txt", 1)):
    try:
        with ZipFile(io.BytesIO(broken)) as z:
            print(z.testzip(), z.read("a.txt"))
    except (zipfile.BadZipFile, KeyError) as e:
        print(type(e).__module__, type(e).__name__, e)

for make in (lambda: ZipFile(data, "q"), lambda: ZipFile(data, "w", 99), lambda: ZipInfo("x", (1979, 1, 1, 0, 0, 0)),
             lambda: ZipFile(data, "w", metadata_encoding="utf-8")):
    try:
        make()
    except Exception as e:
        print(type(e).__name__, e)


class Pipe:
    def __init__(self):
        self.data = b""

    def write(self, b):
        self.data += b
        return len(b)

    def flush(self):
        print("flush")


p = Pipe()
with ZipFile(p, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as z:
    z.writestr(ZipInfo("s", (2000, 1, 1, 0, 0, 0)), "streamed", zipfile.ZIP_STORED)
with ZipFile(io.BytesIO(p.data)) as z:
    print(z.infolist(), z.read("s"), z.infolist()[0].flag_bits)

with ZipFile(data) as z:
    root = zipfile.Path(z)
    print(sorted(str(x.at) for x in root.iterdir()), (root / "a.txt").read_text(encoding="utf-8"), (root / "dir").is_dir(), (root / "dir" / "é.txt").exists(),
          (root / "none").exists(), (root / "a.txt").name, (root / "dir" / "é.txt").parent.at, (root / "dir" / "é.txt").stem)
import warnings
with warnings.catch_warnings(record=True) as w, ZipFile(io.BytesIO(), "w") as z:
    warnings.simplefilter("always")
    z.writestr("twice", "1")
    z.writestr("twice", "2")
    print([str(x.message) for x in w], z.namelist())
