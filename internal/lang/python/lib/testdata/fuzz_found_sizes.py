# Numbers of items that no memory holds, and bytes of many items: which the fuzzer found.
def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Sized:
    def __len__(self):
        return 10**12

    def __iter__(self):
        return iter([1, 2])


class Hinted:
    def __length_hint__(self):
        return 10**12

    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration


for c in Sized, Hinted:
    for f in list, tuple, set, sorted, bytes, bytearray, max, dict.fromkeys, ''.join, sum:
        t(lambda: f(c()))
    t(lambda: [*c()])
    t(lambda: (*c(),))
    t(lambda: [].extend(c()))
    t(lambda: [].__setitem__(slice(0, 0), c()))
    t(lambda: [x for x in c()])
    t(lambda: list(map(str, c())))

many = bytearray(400_000)
many[-1] = 7
for f in list, tuple, sorted, lambda b: (*b,), lambda b: [0, *b, 1], lambda b: [*b, 1]:
    for b in many, bytes(many):
        items = f(b)
        t(lambda: (type(items), len(items), items[-2:]))
l = [3]
l += many
l.extend(b'abc')
l[:1] = b'xy'
l[1::100_001] = b'ABCD'
t(lambda: (len(l), l[:3], l[-4:], l[1::100_001]))
