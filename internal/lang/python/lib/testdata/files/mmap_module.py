import mmap, re, os, sys
with open("f.txt", "wb") as f:
    f.write(b"first line\nsecond line\nthird\n")
with open("f.txt", "r+b") as f:
    m = mmap.mmap(f.fileno(), 0)
    print(m, len(m), m[:5], m[0], m.readline(), m.tell())
    m[:5] = b"FIRST"
    print(open("f.txt").read())
    print(re.findall(rb"\w+", m), m.find(b"line"), m.rfind(b"line"), m.find(b"F", 0))
    m.seek(0); m.write(b"ab"); m.write_byte(65); print(m.read_byte(), m.read(3), m.size())
    for bad in (lambda: m.__setitem__(slice(0, 2), b"xyz"), lambda: m[100], lambda: m.seek(100), lambda: m.append, lambda: m.__setitem__(0, "a"), lambda: m["a"],
                lambda: m.upper(), lambda: m.seek(2, 9), lambda: m.write(b"x" * 100), lambda: m.move(0, 20, 20), lambda: mmap.mmap(f.fileno(), 1000),
                lambda: mmap.mmap(f.fileno(), -1), lambda: mmap.mmap(-1, 0), lambda: mmap.mmap(f.fileno(), 0, access=9), lambda: m.__delitem__(0), lambda: m.__delitem__(slice(1))):
        try: print(bad())
        except Exception as e: print(type(e).__name__, e)
    m.move(0, 6, 4); m.flush()
    print(list(m)[:3], m[-6:-1], m[::5], bytes(m)[:4], memoryview(m).readonly, b"line" in m, ord("l") in m, b"l" in m)
    m.close(); print(m.closed, m)
    try: m.read()
    except ValueError as e: print(e)
    f.seek(0); print(f.read())
with open("f.txt", "rb") as f, mmap.mmap(f.fileno(), 0, access=mmap.ACCESS_READ) as m:
    print(m)
    for bad in (lambda: m.write(b"a"), lambda: m.__setitem__(0, 1), lambda: m.resize(3)):
        try: print(bad())
        except Exception as e: print(type(e).__name__, e)
    print(list(iter(m.readline, b"")), m == m, m == bytes(m))
with open("f.txt", "r+b") as f, mmap.mmap(f.fileno(), 0, access=mmap.ACCESS_COPY) as m:
    m[0:4] = b"COPY"; print(m[:10]); f.seek(0); print(f.read(10), m)
with mmap.mmap(-1, 13) as m:
    m.write(b"Hello world!"); m.seek(0); print(m.read(), len(m), hash(m) == hash(m))
    v = memoryview(m); v[0:1] = b"J"; print(m[:5]); v.release()
open("e.txt", "w").close()
with open("e.txt", "rb") as f:
    try: mmap.mmap(f.fileno(), 0, access=mmap.ACCESS_READ)
    except ValueError as e: print(e)
print(mmap.PAGESIZE, mmap.error)
