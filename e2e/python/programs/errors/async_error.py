import asyncio


async def fetch(n):
    await asyncio.sleep(0)
    if n == 2:
        raise ConnectionError(f"host {n} is down")
    return n


async def main():
    print(await asyncio.gather(fetch(1), fetch(2), return_exceptions=True))
    try:
        await asyncio.gather(fetch(1), fetch(2))
    except ConnectionError as e:
        print("caught", e)
    task = asyncio.create_task(fetch(2))
    await task


asyncio.run(main())
