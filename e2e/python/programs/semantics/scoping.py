x = "global"


def read():
    return x


def write():
    x = "local"
    return x


def declared():
    global x, created
    x = "changed"
    created = True


print(read(), write(), x)
declared()
print(x, created, read())


def nested():
    x = 1

    def mid():
        def inner():
            nonlocal x
            x += 1
            return x
        return inner

    return mid()(), x


print(nested())
print([x for x in range(3)], x)
y = [y for y in "ab"]
print(y)
for loop in range(3):
    pass
print(loop)
try:
    def conditional(flag):
        if flag:
            value = 1
        return value
    print(conditional(True))
    conditional(False)
except UnboundLocalError as e:
    print(e)


class Scope:
    n = 3
    squares = [i * i for i in range(n)]
    try:
        bad = [n for _ in range(2)]
    except NameError as e:
        print(e)
    doubled = (lambda n=n: n * 2)()
    def get(self):
        return n if "n" in globals() else "no global n"


print(Scope.squares, Scope.doubled, Scope().get())
exec("z = 5")
print(z, eval("z + 1", {"z": 10}), eval("a + b", {"a": 1}, {"b": 2}))
def f():
    exec("hidden = 1")
    try:
        return hidden
    except NameError as e:
        return str(e)
print(f(), sorted(n for n in dir() if len(n) == 1))
if (w := len("walrus")) > 5:
    print(w, [last := v for v in (1, 2)], last)
del w
print("w" in globals())
