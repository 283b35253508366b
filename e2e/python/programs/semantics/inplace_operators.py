"""`a += b` asks __iadd__, then __add__, and always assigns; the target is read once."""


class Acc:
    def __init__(self, log=()):
        self.log = list(log)

    def __iadd__(self, other):
        self.log.append(("iadd", other))
        return self

    def __add__(self, other):
        return Acc(self.log + [("add", other)])

    def __mul__(self, other):
        return Acc(self.log + [("mul", other)])

    def __isub__(self, other):
        return "not an Acc any more"

    def __ior__(self, other):
        return NotImplemented

    def __or__(self, other):
        return ("or", other)

    def __ifloordiv__(self, other):
        return NotImplemented


a = b = Acc()
a += 1
print(a is b, a.log)
a *= 2
print(a is b, a.log, b.log)
a -= 3
print(a)
b |= 4
print(b)
c = Acc()
try:
    c //= 5
except TypeError as e:
    print(e, type(c).__name__)
l = m = [1]
l += (2, 3)
l *= 2
print(l is m, m)
l = l + [9]
print(l is m)
t = u = (1,)
t += (2,)
print(t, u, t is u)
x = ([1], {1})
for code in ("x[0] += [2]", "x[1] |= {2}"):
    try:
        exec(code)
    except TypeError as e:
        print(e, x)
s = {1, 2, 3}
r = s
s &= {2, 3, 4}
s ^= {3, 5}
s -= {5}
print(sorted(r), r is s)
f = frozenset("a")
f |= {"b"}
d = {"k": 1}
d |= [("j", 2)]
d |= {"k": 3}
print(type(f).__name__, d)
for code in ("s |= [1]", "l += 5", "d |= 5", "t += [3]", "'x'.upper() + 1", "l *= 'a'", "n += 1", "s += {1}"):
    try:
        exec(code)
    except Exception as e:
        print(code, "!", type(e).__name__, e)


def index(tag):
    print(tag, end=" ")
    return 0


items = [[10], 20]
items[index("i")][index("j")] += index("k") + 5
print(items)


class Traced:
    def __getattr__(self, name):
        print("get", name, end=" ")
        return 1

    def __setattr__(self, name, value):
        print("set", name, value)

    def __getitem__(self, key):
        print("item", key, end=" ")
        return "v"

    def __setitem__(self, key, value):
        print("store", key, value)


Traced().attr += 1
Traced()[1:2] += "w"
Traced()[..., 0] *= 2
