"""Loops and threads: executors, to_thread, and coroutines that other threads have run."""
import asyncio
import concurrent.futures
import contextvars
import threading
import time


def slow(n):
    time.sleep(n / 20)
    return n


async def at_once():
    begin = time.monotonic()
    print(await asyncio.gather(*(asyncio.to_thread(slow, n) for n in (3, 2, 1))))
    order = []

    async def note(n):
        order.append(await asyncio.to_thread(slow, n))

    await asyncio.gather(note(3), note(1), note(2))
    print(order, time.monotonic() - begin < 0.5)
    ticks = []

    async def tick():
        while True:
            ticks.append(1)
            await asyncio.sleep(0.01)

    ticker = asyncio.create_task(tick())
    await asyncio.to_thread(time.sleep, 0.1)
    ticker.cancel()
    print(len(ticks) > 3)


async def executors():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor(1, thread_name_prefix="own") as pool:
        print(await loop.run_in_executor(pool, lambda: threading.current_thread().name))
    name = await loop.run_in_executor(None, lambda: threading.current_thread().name)
    print(name.startswith("asyncio_"))
    try:
        await loop.run_in_executor(None, lambda: 1 / 0)
    except ZeroDivisionError as e:
        print(repr(e))
    try:
        loop.set_default_executor(1)
    except TypeError as e:
        print(e)
    variable = contextvars.ContextVar("v")
    variable.set(5)
    print(await asyncio.to_thread(variable.get))
    try:
        await asyncio.wait_for(asyncio.to_thread(time.sleep, 0.1), 0.02)
    except asyncio.TimeoutError:
        print("timeout")
    try:
        await asyncio.to_thread(asyncio.get_running_loop)
    except RuntimeError as e:
        print(e)
    try:
        await asyncio.get_running_loop().run_in_executor(None, asyncio.get_event_loop)
    except RuntimeError as e:
        print(str(e).startswith("There is no current event loop in thread 'asyncio_"))


async def double(x):
    await asyncio.sleep(0.01)
    if x < 0:
        raise ValueError(x)
    return x * 2


def loop_in_thread():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    futures = [asyncio.run_coroutine_threadsafe(double(x), loop) for x in range(3)]
    print([f.result(timeout=2) for f in futures])
    bad = asyncio.run_coroutine_threadsafe(double(-1), loop)
    print(repr(bad.exception(timeout=2)))
    forever = asyncio.run_coroutine_threadsafe(asyncio.sleep(100), loop)
    try:
        forever.result(timeout=0.02)
    except concurrent.futures.TimeoutError:
        print("not yet", forever.cancel())
    try:
        asyncio.run_coroutine_threadsafe(double, loop)
    except TypeError as e:
        print(e)
    seen = []
    loop.call_soon_threadsafe(seen.append, 1)
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    print(seen, loop.is_running())
    loop.close()
    try:
        loop.call_soon_threadsafe(print)
    except RuntimeError as e:
        print(e)


def two_loops():
    results = {}

    def work(name):
        async def main():
            loop = asyncio.get_running_loop()
            await asyncio.sleep(0.01)
            results[name] = loop is asyncio.get_running_loop()
        asyncio.run(main())

    threads = [threading.Thread(target=work, args=(n,)) for n in "ab"]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    print(sorted(results.items()))


async def event_from_thread():
    loop = asyncio.get_running_loop()
    event = asyncio.Event()
    timer = threading.Timer(0.02, lambda: loop.call_soon_threadsafe(event.set))
    timer.start()
    await event.wait()
    print("set")


async def from_inside():
    loop = asyncio.get_running_loop()

    def in_thread():
        return asyncio.run_coroutine_threadsafe(double(21), loop).result()

    print(await asyncio.to_thread(in_thread))


asyncio.run(at_once())
asyncio.run(executors())
loop_in_thread()
two_loops()
asyncio.run(event_from_thread())
asyncio.run(from_inside())
