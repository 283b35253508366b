log = []


def source():
    for i in range(5):
        log.append(f"make {i}")
        yield i
    log.append("done")


g = (x * 10 for x in source() if x % 2)
print(log, next(g), log)
print(list(g), log)


def tee(label, it):
    for x in it:
        print(label, x)
        yield x


print(sum(tee("b", (x + 1 for x in tee("a", range(2))))))
print(any(x > 1 for x in tee("any", [1, 2, 3])), all(tee("all", [1, 0, 2])))
it = iter(range(10))
print(list(zip(it, it)), next(it, "end"))
a = iter([1, 2, 3, 4])
print([x for x in a if x < 3 or next(a, None)])
print(next((x for x in range(10) if x > 100), "none"))
m = map(lambda x: x * 2, tee("map", [1, 2]))
print("made")
print(list(m))
print(dict(zip("abc", range(10))), list(zip()), [*enumerate("ab", 1)])
first, *rest = tee("unpack", "xyz")
print(first, rest, 2 in tee("in", [1, 2, 3]))
