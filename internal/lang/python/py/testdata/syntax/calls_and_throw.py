# Errors of calls, and of what generators get thrown.
def function(*a, **k):
    return a, k


for f in [None, 5, function, print, [].append]:
    for call in (lambda: f(*function), lambda: f(**function)):
        try:
            print(call())
        except TypeError as e:
            print(e)


class Odd(Exception):
    def __new__(cls, *a):
        return 5


def generator():
    yield 1
    yield 2


g = generator()
next(g)
try:
    g.throw(Odd)
except TypeError as e:
    print(e)
print(list(g), g.gi_code is generator.__code__, id(g.gi_code) == id(generator.__code__))
for source in ["def f(*args: *b = (1,)): pass", "def f(*args: b = (1,)): pass", "def f(*args=1): pass"]:
    try:
        compile(source, "", "exec")
    except SyntaxError as e:
        print(e)
space = {}
exec("""
def first():
    y = 1
    def reads():
        global y
        return y
    return reads, y
y = 9
reads, y1 = first()
seen = reads()
""", {}, space)
print(space["seen"], "y" in space)
for args in [(), (1,), (1, 2, 3)]:
    try:
        property().__set_name__(*args)
    except TypeError as e:
        print(e)
