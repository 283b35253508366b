"""A pool of connections for asynchronous users: context managers, fairness, health checks, graceful end."""
import asyncio
import contextlib
import contextvars
from collections import Counter, deque

request_id = contextvars.ContextVar("request_id", default="-")
log = []


def say(text):
    log.append(f"[{request_id.get()}] {text}")


class Connection:
    made = 0

    def __init__(self):
        type(self).made += 1
        self.name, self.uses, self.closed = f"conn{self.made}", 0, False

    async def query(self, text):
        self.uses += 1
        await asyncio.sleep(0)
        if text == "crash":
            self.closed = True
            raise ConnectionResetError(f"{self.name} was reset")
        return f"{self.name}:{text}"

    async def __aenter__(self):
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, *exc):
        self.closed = True
        say(f"closed {self.name}")


class Pool:
    def __init__(self, size):
        self.size, self.idle, self.waiting, self.live = size, deque(), deque(), 0
        self.stack = contextlib.AsyncExitStack()

    async def __aenter__(self):
        await self.stack.__aenter__()
        return self

    async def __aexit__(self, *exc):
        return await self.stack.__aexit__(*exc)

    @contextlib.asynccontextmanager
    async def connection(self):
        conn = await self.take()
        try:
            yield conn
        finally:
            self.give(conn)

    async def take(self):
        while self.idle:
            if not (conn := self.idle.popleft()).closed:
                return conn
        if self.live < self.size:
            self.live += 1
            conn = await self.stack.enter_async_context(Connection())
            say(f"opened {conn.name}")
            return conn
        future = asyncio.get_running_loop().create_future()
        self.waiting.append(future)
        say("waits")
        return await future

    def give(self, conn):
        if conn.closed:
            self.live -= 1
            say(f"lost {conn.name}")
        while self.waiting and not conn.closed:
            future = self.waiting.popleft()
            if not future.done():
                future.set_result(conn)
                return
        if not conn.closed:
            self.idle.append(conn)


async def handle(pool, number, text):
    request_id.set(f"r{number}")
    try:
        async with pool.connection() as conn:
            result = await conn.query(text)
            say(result)
            return result
    except ConnectionError as e:
        say(f"failed: {e}")
        return None
    except asyncio.CancelledError:
        say("cancelled")
        raise


async def rows(pool, n):
    async with pool.connection() as conn:
        try:
            for i in range(n):
                yield await conn.query(f"row{i}")
        finally:
            say("cursor closed")


async def main():
    async with Pool(2) as pool:
        tasks = [asyncio.create_task(handle(pool, i, t)) for i, t in enumerate(["a", "crash", "b", "c", "d"])]
        await asyncio.sleep(0)
        tasks[3].cancel()
        print(await asyncio.gather(*tasks, return_exceptions=True))
        async with contextlib.aclosing(rows(pool, 5)) as cursor:
            async for row in cursor:
                if row.endswith("row2"):
                    break
        print([r async for r in rows(pool, 2)], {k: v async for k, v in pairs()}, sorted([x async for x in agen_filter(str.isupper, "aBcD")]))
        try:
            async with asyncio.timeout(0.01):
                async with pool.connection(), pool.connection():
                    await handle(pool, 9, "starves")
        except TimeoutError:
            print("timeout;", len(pool.waiting), "waiting,", len(pool.idle), "idle,", pool.live, "live")
        print(await asyncio.wait_for(handle(pool, 10, "after"), 1), request_id.get())
    print(*log, sep="\n")
    print(Counter(line.split()[1] for line in log).most_common(3), Connection.made)


async def pairs():
    for p in ("a", 1), ("b", 2):
        await asyncio.sleep(0)
        yield p


async def agen_filter(keep, items):
    for item in items:
        if keep(item):
            yield item


asyncio.run(main())
