"""RecursionError is an exception like another: caught, it leaves the program as it was."""


def down(n):
    return down(n + 1)


def depth(n=0):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


try:
    down(0)
except RecursionError as e:
    print(type(e).__name__, str(e)[:32], isinstance(e, RuntimeError))
print(depth() > 500, depth() == depth())


class Loop:
    def __repr__(self):
        return f"<{self!r}>"

    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __eq__(self, other):
        return other == self

    def __hash__(self):
        return hash(self)

    def __iter__(self):
        return iter(self)

    def __len__(self):
        return len(self)

    def __add__(self, other):
        return self + other

    def __call__(self):
        return self()

    def __getitem__(self, i):
        return self[i]


loop = Loop()
for name, f in {
    "repr": lambda: repr(loop), "getattr": lambda: loop.nothing, "eq": lambda: loop == Loop(), "hash": lambda: {loop: 1}, "iter": lambda: list(loop),
    "len": lambda: len(loop), "add": lambda: loop + 1, "call": lambda: loop(), "item": lambda: loop[0], "bool": lambda: bool(loop), "str": lambda: f"{loop}",
}.items():
    try:
        f()
        print(name, "?")
    except RecursionError:
        print(name, "caught")
l = []
l.append(l)
d = {"self": l}
d["d"] = d
print(l, d, [l] == [l], l == l)
m = [[]]
m[0].append(m)
try:
    print(l == m)
except RecursionError as e:
    print("comparison too deep")


def gen(n):
    yield n
    yield from gen(n + 1)


try:
    sum(1 for _ in gen(0))
except RecursionError:
    print("generators caught")
cleanups = []


def with_finally(n):
    try:
        with_finally(n + 1)
    finally:
        if n < 3:
            cleanups.append(n)


try:
    with_finally(0)
except RecursionError:
    print(cleanups)
print(sum(range(10)), down.__name__)
