import asyncio


class Service:
    def __init__(self, limit):
        self.gate, self.active, self.peak, self.done = asyncio.Semaphore(limit), 0, 0, []

    async def handle(self, n):
        async with self.gate:
            self.active += 1
            self.peak = max(self.peak, self.active)
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            self.active -= 1
            self.done.append(n)
            if n == 3:
                raise ValueError(f"request {n} failed")
            return n * 10


async def main():
    s = Service(2)
    results = await asyncio.gather(*(s.handle(i) for i in range(6)), return_exceptions=True)
    print([r if isinstance(r, int) else repr(r) for r in results])
    print("peak", s.peak, "done", s.done)
    try:
        await asyncio.wait_for(asyncio.Event().wait(), timeout=0.01)
    except asyncio.TimeoutError:
        print("timeout")
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    loop.call_soon(fut.set_result, "soon")
    print(await fut)


asyncio.run(main())
