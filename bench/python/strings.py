def f():
    s = ""
    for i in range(300000):
        s += "abc" + str(i)
    parts = []
    for i in range(300000):
        parts.append(f"{i}:{i*2}")
    t = ",".join(parts)
    n = 0
    for w in t.split(","):
        if w.startswith("1") and "9" in w:
            n += len(w.upper())
    return len(s), len(t), n, t.replace("1", "xx").count("x")


import time
begin = time.perf_counter()
f()
print(time.perf_counter() - begin)
