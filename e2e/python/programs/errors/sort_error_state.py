data = [3, 1, "x", 2]
try:
    data.sort()
except TypeError as e:
    print(e)
print(sorted(map(str, data)))


def key(x):
    if x == 2:
        raise RuntimeError(f"key failed for {x}")
    return str(x)


try:
    sorted([1, 2, 3], key=key)
except RuntimeError as e:
    print(e)
[5, 2].sort(key=key)
