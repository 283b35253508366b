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

import pickle

def fresh():
    with open("g.txt", "wb") as f: f.write(b"0123456789")

def now():
    with open("g.txt", "rb") as f: return f.read()

def tell(what, act, text=True):
    try: print(what, act())
    except Exception as e: print(what, type(e).__name__, e if text else "")

# What others have written meanwhile stays, and the file's size is theirs.
fresh()
with open("g.txt", "r+b") as f:
    m = mmap.mmap(f.fileno(), 0)
    f.write(b"NEW"); f.flush(); m.close(); print(now())
fresh()
with open("g.txt", "r+b") as f:
    m = mmap.mmap(f.fileno(), 0)
    v = memoryview(m); v[4:6] = b"vv"; v[8] = 65; f.write(b"NEW"); f.flush(); v.release(); m.flush(); print(now())
    m[7:9] = b"78"; m[::9] = b"<>"; m.close(); print(now())
fresh()
with open("g.txt", "r+b") as f:
    m = mmap.mmap(f.fileno(), 0); os.truncate("g.txt", 3); m[1:5] = b"abcd"; m.close(); print(now())
with open("g.txt", "wb") as f: f.write(b"x" * 3000000 + b"end")
with open("g.txt", "r+b") as f:
    m = mmap.mmap(f.fileno(), 0); v = memoryview(m); print(len(m), m[-4:]); v[2999999:3000001] = b"ab"; v.release(); m.close(); print(now()[-6:])

# It has the file open itself.
fresh()
with open("g.txt", "r+b") as f:
    m = mmap.mmap(f.fileno(), 0)
m[0:2] = b"ab"; print(m.size()); m.resize(12); m[10:] = b"XY"; m.close(); print(m.closed, now()); m.close()
fresh()
with open("g.txt", "r+b") as f:
    m = mmap.mmap(f.fileno(), 0)
os.rename("g.txt", "h.txt"); m[0] = 65; m.close(); os.rename("h.txt", "g.txt"); print(now())
with open("g.txt", "rb") as f: tell("default", lambda: mmap.mmap(f.fileno(), 0))

# Memory that can only be read, and views.
with open("g.txt", "rb") as f:
    m = mmap.mmap(f.fileno(), 0, access=mmap.ACCESS_READ); f.seek(3)
    tell("readinto", lambda: f.readinto(m), False)
v = memoryview(m); print(v.readonly, v[1:].readonly, bytes(v[:3]))
tell("view", lambda: v.__setitem__(0, 1)); tell("part", lambda: v[1:].__setitem__(0, 1))
tell("close", m.close); print(m.closed, m[:2]); v.release(); m.close(); print(m.closed)
print(memoryview(mmap.mmap(-1, 4, access=mmap.ACCESS_READ)).readonly)
m = mmap.mmap(-1, 4); v = memoryview(m); tell("resize", lambda: m.resize(8)); v.release()

# It has no operators.
def add():
    global m
    m += b"x"
def times():
    global m
    m *= 2
for act in (add, times, lambda: m + b"", lambda: m * 2, lambda: 2 * m, lambda: m % 2, lambda: m < m, lambda: m <= m, lambda: m > m, lambda: m >= m, lambda: m < b""):
    tell("operator", act, False)
print(b"" + m, m != m, m == bytes(m), m != bytes(m), len(m))
for protocol in range(5): tell("pickle", lambda: pickle.dumps(m, protocol))
m.close(); tell("bytes", lambda: bytes(m)); tell("len", lambda: len(m))
