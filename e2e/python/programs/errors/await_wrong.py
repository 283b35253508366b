import asyncio


async def main():
    try:
        await 5
    except TypeError as e:
        print(e)
    try:
        async with 5:
            pass
    except TypeError as e:
        print(e)
    try:
        async for x in [1]:
            pass
    except TypeError as e:
        print(e)
    await asyncio.sleep


asyncio.run(main())
