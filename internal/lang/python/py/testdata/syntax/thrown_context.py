# What the context of an exception is that a generator gets thrown.
def waits():
    yield


def handles():
    try:
        raise OSError("own")
    except OSError:
        yield


def chain(e):
    names = []
    while e is not None:
        names.append(repr(e))
        e = e.__context__
    return names


def thrown(g, e, begun=True):
    if begun:
        next(g)
    try:
        g.throw(e)
    except BaseException as caught:
        return chain(caught)


def linked():
    e = ValueError("linked")
    e.__context__ = LookupError("before")
    return e


def outer():
    yield from handles()


try:
    raise KeyError("around")
except KeyError:
    print(thrown(waits(), ValueError("new")))
    print(thrown(waits(), linked()))
    print(thrown(handles(), ValueError("new")))
    print(thrown(handles(), linked()))
    print(thrown(waits(), ValueError("new"), False))
    print(thrown(waits(), linked(), False))
    print(thrown(outer(), linked()))
    print(thrown(waits(), ValueError))
    print(thrown(iter(waits()), linked()))
print(thrown(waits(), linked()), thrown(handles(), linked()))


async def sleeps():
    await Wait()


class Wait:
    def __await__(self):
        yield


try:
    raise KeyError("around")
except KeyError:
    c = sleeps()
    c.send(None)
    try:
        c.throw(linked())
    except ValueError as e:
        print(chain(e))
