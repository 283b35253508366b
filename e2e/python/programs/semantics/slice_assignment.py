"""Slices as targets: of any length without a step, of the same length with one."""


class Shown:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


def after(code):
    l = list(range(8))
    try:
        exec(code, {"l": l, "it": iter("xy"), "Shown": Shown})
        print(f"{code:24} {l}")
    except Exception as e:
        print(f"{code:24} {l} {type(e).__name__}: {e}")


for code in ("l[2:4] = 'abc'", "l[2:2] = [0, 0]", "l[2:6] = ()", "l[5:2] = 'X'", "l[:] = []", "l[::2] = 'abcd'", "l[::2] = 'abc'", "l[::-1] = range(8)", "l[::-3] = 'xyz'", "l[1:1:2] = ''",
             "l[100:] = 'e'", "l[-100:1] = 'b'", "l[1:7:3] = it", "l[:2] = it", "l[:] = l[::-1]", "l[1:3] = l", "l[::1] = 'q'", "l[2:4] = 5", "l[::2] = 5", "l['a'] = 1", "l[8] = 1", "l[1.0] = 1",
             "l[::0] = []", "l[None:3:None] = 'n'", "l[True:3] = 'T'", "l['a':] = []", "del l[1:3]", "del l[::2]", "del l[::-2]", "del l[6:2]", "del l[6:2:-1]", "del l[:]", "del l[-1], l[0]", "del l[9]",
             "l[0], l[1] = l[1], l[0]", "l[0:2], l[-1] = 'ab', 9", "l[1:3] *= 2", "l[:2] += 'z'", "l[::3] += [1]", "*l[1:3], l[0] = 'pqr'", "l[10**30:] = 'big'", "l[:-10**30] = 'low'", "l[::10**30] = 'H'",
             "for l[0] in 'abc': l[7] = l[0]", "(l[0], [l[1], *l[2:4]]) = 1, 'rst'", "l[l.pop()] = 'x'", "l[:0] = l[5:]"):
    after(code)
s = Shown()
print(s[1], s[1:2], s[::], s[1:2, 3], s[...], s[:, ::2], s[()], s[-1:None:"x"], s[(1, 2)], s[1,], s[*[1, 2], 3])
s[1:2] = s[2:] = 0
s[...], s[:, 1] = 5, 6
del s[1:], s[2, 3]
sl = slice(1, 10, 3)
print(sl.start, sl.stop, sl.step, sl.indices(5), slice(None, None, -1).indices(4), slice(-3, None).indices(10), sl == slice(1, 10, 3), slice(2) < slice(3), "abcdefghijk"[sl])
for bad in (lambda: hash(sl), lambda: slice(), lambda: sl.indices(-1), lambda: slice(0, 1, 0).indices(3), lambda: slice("a").indices(3), lambda: (1, 2)["x":], lambda: "abc"[1.5:], lambda: setattr(sl, "start", 2)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


class Index:
    def __index__(self):
        return 2


print(list(range(5))[Index():], "abc"[Index()], (1, 2, 3)[: Index()], [0] * Index(), range(10)[Index() :: Index()], slice(Index()).indices(5))
