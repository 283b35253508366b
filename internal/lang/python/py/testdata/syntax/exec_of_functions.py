# exec and eval of the code of functions and classes, with and without free variables.
import types


def outer():
    x = 1

    def shows():
        print(x)

    class Holds:
        y = x

    return shows.__code__, next(c for c in outer.__code__.co_consts if getattr(c, "co_name", "") == "Holds")


shows, holds = outer()
cell = types.CellType("given")
exec(shows, closure=(cell,))
space = {}
exec(holds, {"__name__": "m"}, space, closure=(cell,))
print(space["y"])
for closure in [None, (), (1,), [cell], (cell, cell)]:
    for code in (shows, holds, "1", compile("1", "", "exec")):
        try:
            print(exec(code, closure=closure))
        except TypeError as e:
            print(e)
try:
    eval(shows)
except TypeError as e:
    print(e)


def generator(a):
    yield a


def plain(*a, **k):
    return a, k


async def coroutine():
    return 1


for code in (generator.__code__, plain.__code__):
    try:
        print(eval(code))
    except TypeError as e:
        print(e)
c = eval(coroutine.__code__)
print(type(c))
c.close()
