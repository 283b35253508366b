"""async for, async with and asynchronous generators, driven by asyncio and by hand."""
import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager


async def ticks(n, log):
    try:
        for i in range(n):
            got = yield i
            if got:
                log.append(got)
            await asyncio.sleep(0)
    except ValueError as e:
        log.append(f"caught {e}")
        yield "recovered"
    finally:
        await asyncio.sleep(0)
        log.append("closed")


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


@asynccontextmanager
async def resource(name, log):
    log.append("+" + name)
    try:
        yield name.upper()
    except KeyError:
        log.append("swallowed")
    finally:
        log.append("-" + name)


async def main():
    log = []
    g = ticks(5, log)
    print(await anext(g), await g.asend("hi"), await g.__anext__(), log)
    print(await g.athrow(ValueError("v")), log)
    print(await anext(g, "default"), log)
    async for i in ticks(3, log):
        if i == 1:
            break
    else:
        print("never")
    async with aclosing(ticks(3, log)) as g:
        print([i async for i in g], [i * 2 async for i in Countdown(4) if i % 2], {i: j async for i in Countdown(2) for j in "x"})
    lazy = (i + await asyncio.sleep(0, 10) async for i in Countdown(3))
    print(type(lazy).__name__, await anext(lazy), [i async for i in lazy])
    log.clear()
    async with resource("a", log) as a, resource("b", log) as b:
        print(a, b)
        raise KeyError
    print(log)
    log.clear()
    async with AsyncExitStack() as stack:
        names = [await stack.enter_async_context(resource(n, log)) for n in "xyz"]
        stack.push_async_callback(asyncio.sleep, 0)
    print(names, log)
    for bad in (lambda: anext(Countdown(0)), lambda: anext(ticks(0, log))):
        try:
            await bad()
        except StopAsyncIteration as e:
            print("stopped", e.args)
    for wrong in ("async for x in [1]: pass", "async with 5: pass", "await 5", "for x in Countdown(1): pass", "async for x in 5: pass"):
        scope = dict(Countdown=Countdown)
        exec(f"async def f():\n    {wrong}", scope)
        try:
            await scope["f"]()
        except TypeError as e:
            print(e)


asyncio.run(main())


async def by_hand():
    return 42


c = by_hand()
try:
    c.send(None)
except StopIteration as e:
    print(e.value)
try:
    c.send(None)
except RuntimeError as e:
    print(e)
