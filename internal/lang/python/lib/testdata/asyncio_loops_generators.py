# Loops of two threads: each closes the async generators that have begun in it, and no others.
import asyncio
import threading

begun, other_ended = threading.Event(), threading.Event()


async def numbers(name):
    try:
        for n in range(3):
            yield n
    finally:
        print(name, "closed")


async def first():
    await asyncio.to_thread(begun.wait)
    got = []
    async for n in numbers("first"):
        got.append(n)
        if n == 0:
            go_on.set()
            await asyncio.to_thread(other_ended.wait)
    print("first", got)


async def second():
    begun.set()
    await asyncio.to_thread(go_on.wait)
    g = numbers("second")
    print("second", await anext(g))


def in_thread():
    asyncio.run(second())
    other_ended.set()


go_on = threading.Event()
thread = threading.Thread(target=in_thread)
thread.start()
asyncio.run(first())
thread.join()
