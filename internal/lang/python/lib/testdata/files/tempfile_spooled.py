import tempfile, os
with tempfile.SpooledTemporaryFile(max_size=20, mode="w+t", encoding="utf-8") as f:
    print(f._rolled, f._file)
    f.write("été\n"); f.seek(0); print(f.read()); f.write("x" * 30); print(f._rolled); f.seek(0); print(f.read(), f.encoding)
with tempfile.SpooledTemporaryFile(max_size=20) as f:
    f.write(b"abc" * 10); print(f._rolled, type(f.name), f._file.name == f.name); f.seek(0); print(f.read(4))
with tempfile.TemporaryFile() as f:
    print(type(f), type(f.name), f.mode); f.write(b"x"); f.seek(0); print(f.read())
