import asyncio

log = []


async def worker(name, n, delay):
    for i in range(n):
        await asyncio.sleep(delay)
        log.append(f"{name}{i}")
    return name


async def agen(n):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            yield i
    finally:
        print("agen closed")


class Manager:
    async def __aenter__(self):
        print("aenter")
        return self

    async def __aexit__(self, *info):
        print("aexit", info[0])
        return True


async def main():
    print(await asyncio.gather(worker("a", 2, 0), worker("b", 3, 0)), log)
    print([x async for x in agen(3) if x != 1])
    async with Manager() as m:
        raise ValueError
    q = asyncio.Queue(maxsize=2)

    async def produce():
        for i in range(4):
            await q.put(i)
            print("put", i)
        await q.put(None)

    async def consume():
        got = []
        while (x := await q.get()) is not None:
            got.append(x)
        return got

    _, got = await asyncio.gather(produce(), consume())
    print(got)
    t = asyncio.create_task(asyncio.sleep(100))
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled", t.cancelled(), t.done())
    e = asyncio.Event()
    lock = asyncio.Lock()

    async def waiter(i):
        await e.wait()
        async with lock:
            await asyncio.sleep(0)
            print("waiter", i)

    tasks = [asyncio.create_task(waiter(i)) for i in range(3)]
    await asyncio.sleep(0)
    e.set()
    await asyncio.gather(*tasks)
    done, pending = await asyncio.wait([asyncio.create_task(worker("c", 1, 0)), asyncio.create_task(asyncio.sleep(50))], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending), done.pop().result())
    for p in pending:
        p.cancel()
    return "finished"


print(asyncio.run(main()))
