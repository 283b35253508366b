xs = list(range(10)); s = "héllo wörld"; a = "hello"; t = tuple(range(5)); b = b"hello"
for lo in (None, 0, 2, -3, -20, 20, True, 2**70, -2**70):
    for hi in (None, 0, 4, -1, -20, 20, False, 2**70):
        print(lo, hi, xs[lo:hi], s[lo:hi], a[lo:hi], t[lo:hi], b[lo:hi], t[lo:hi] is t)
class I:
    def __index__(self): return 3
print(xs[I():], s[:I()], xs[::I()], s[::2], a[::-1], xs[1:9:3])
for f in (lambda: xs["a":], lambda: s[:1.5], lambda: t[::0], lambda: 5[1:2], lambda: {}[1:2]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
xs[2:4] += [7, 8]; print(xs)
xs[::2] = [0] * len(xs[::2]); print(xs)
class S:
    def __getitem__(self, k): return k
print(S()[1:2], S()[1:2, 3:4], S()[:], S()["a":None:3])
class L(list): pass
print(L([1, 2, 3])[1:], type(L([1, 2])[:]))
def f():
    try: return zz[1:2]
    except UnboundLocalError as e: print(e)
    zz = 1
f()
def g():
    q = [1, 2, 3]
    try: return q[kk:2]
    except UnboundLocalError as e: print(e)
    kk = 1
g()
print([1, 2, 3][:2], (1, 2, 3)[-2:], "abc"[1:], "abc"[-1], a[0], s[1], s[-1], "é"[0])
for i in (5, -6, 11):
    try: print(a[i])
    except IndexError as e: print(e)
print(a[1:3][0], a[1:3][::-1], [x[1:] for x in ["ab", "cd"]], xs[len(xs) // 2:][:2])
x = 5; y = -7; z = 2**62
print(x + z, y - z - z, z + z, y % 3, y // 3, 1.5 + 2.5, 3.5 * 2.0, 0.1 - 0.3, [i * 1000 for i in range(5)], (10**5 & 0xfff0))
