# Edges of built-in functions and classes.
import os
import sys


def attempt(f, *a, **k):
    try:
        print(f(*a, **k))
    except BaseException as e:
        print(type(e).__name__, e)


class Len:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


for n in (5, -1, sys.maxsize + 1, -sys.maxsize - 10, None, 4.5):
    attempt(len, Len(n))
for x in ("a", b"a", [1], (1,), bytearray(b"a")):
    for n in (-(1 << 70), 1 << 70, -1):
        attempt(lambda: x * n)
for name in ("A\x00B", "A\udcdcB", b"A"):
    attempt(type, name, (), {})
attempt(eval, memoryview(b"1 + 1"))
attempt(compile, b"a\0b", "", "exec")


class Mapping:
    def __getitem__(self, key):
        if key == "a":
            return 12
        raise KeyError(key)

    def keys(self):
        return list("zyx")


attempt(eval, "a, dir()", {}, Mapping())


class Builtins(dict):
    pass


exec("print(special)", {"__builtins__": Builtins(special=1, print=print)})


class Clears:
    def __init__(self, act):
        self.act = act

    def __eq__(self, other):
        self.act()
        return NotImplemented


left, right = [], []
left.append(Clears(lambda: right.clear()))
right.append(Clears(lambda: left.clear()))
print(left == right, left, right)

calls = []
sys.breakpointhook = lambda *a, **k: calls.append((a, k))
breakpoint(1, b=2)
print(calls)
sys.breakpointhook = sys.__breakpointhook__
os.environ["PYTHONBREAKPOINT"] = "0"
attempt(breakpoint)
os.environ["PYTHONBREAKPOINT"] = "builtins.len"
attempt(breakpoint, [1, 2])
del sys.breakpointhook
attempt(breakpoint)
