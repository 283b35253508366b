# exec and eval of code objects of every kind, and closures.
import types


def generator():
    yield 1


def takes(a, *b, c=1, **d):
    print(a)


async def coroutine():
    pass


async def async_generator():
    yield 2


def outer():
    x = 1

    def inner():
        return x

    class C:
        y = x
    return inner


def attempt(f, *a, **k):
    try:
        print(type(f(*a, **k)).__name__)
    except BaseException as e:
        print(type(e).__name__, e)


attempt(exec, generator.__code__)
attempt(eval, generator.__code__)
attempt(exec, takes.__code__)
attempt(eval, async_generator.__code__)
attempt(exec, outer().__code__)
attempt(eval, outer().__code__)
attempt(exec, outer().__code__, {}, closure=(1,))
attempt(exec, "1", {}, closure=(1,))
attempt(exec, takes.__code__, {}, closure=())
for c in outer.__code__.co_consts:
    if isinstance(c, types.CodeType):
        attempt(exec, c)
        attempt(exec, c, {}, closure=(types.CellType(5),))
        attempt(exec, c, {}, closure=(types.CellType(),))

total = 0


def counter():
    n = 2

    def add():
        global total
        nonlocal n
        n *= 10
        total += n
    return add


add = counter()
exec(add.__code__, add.__globals__, closure=add.__closure__)
exec(add.__code__, add.__globals__, closure=(types.CellType(5),))
print(total)

# A function of a module's code: its names are the globals.
space = {}
types.FunctionType(compile("a = 1\nclass B: c = a", "m", "exec"), space)()
print(space["a"], space["B"].c)
