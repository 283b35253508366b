import asyncio


async def job(n):
    await asyncio.sleep(0.001 * n)
    if n % 2:
        raise ValueError(n)
    print("done", n)


async def main():
    async with asyncio.TaskGroup() as group:
        for n in (0, 1, 400):
            group.create_task(job(n))


try:
    asyncio.run(main())
except* ValueError as g:
    print([e.args for e in g.exceptions])
asyncio.run(main())
