l = list(range(10))
print(l[2:5], l[-3:], l[:-7], l[::3], l[::-1], l[8:2:-2], l[100:], l[-100:2], l[5:2], l[:])
s = slice(1, 8, 3)
print(l[s], s.indices(5), s, s == slice(1, 8, 3), slice(None).indices(3), slice(-1, None, -1).indices(3))
l[2:4] = ["a", "b", "c"]
print(l)
l[::2] = [0] * 6
print(l)
del l[::3]
print(l)
l[1:1] = [7, 7]
l[len(l):] = ["end"]
l[:0] = ["start"]
print(l)
try:
    l[::2] = [1]
except ValueError as e:
    print(e)
print("hello"[1:-1], "hello"[::-2], (1, 2, 3)[-2:], b"bytes"[1:3], range(20)[3:15:4], range(10)[::-1])
class Grid:
    def __getitem__(self, key):
        return key
g = Grid()
print(g[1], g[1:2], g[::3], g[1, 2:3], g[...], g[(1,)], g[-1:, None])
b = bytearray(b"abcdef")
b[1:3] = b"XYZ"
del b[-1]
print(b, b[::2])
m = [[1, 2], [3, 4]]
n = m[:]
n[0].append(9)
n.append(5)
print(m, n)
