# A small service on asyncio: workers take jobs from a queue until SIGTERM, finish
# what they have begun, and say so.
import asyncio
import signal
import sys


async def square(n):
    await asyncio.sleep(0.001 * (n % 3))
    return n * n


async def worker(jobs, results):
    while (n := await jobs.get()) is not None:
        results[n] = await square(n)
        jobs.task_done()


async def main():
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    jobs, results = asyncio.Queue(maxsize=4), {}
    async with asyncio.TaskGroup() as group:
        for _ in range(3):
            group.create_task(worker(jobs, results))
        for n in range(10):
            await jobs.put(n)
        await jobs.join()
        print("done:", [results[n] for n in sorted(results)], flush=True)
        await stop.wait()
        for _ in range(3):
            await jobs.put(None)
    print("stopped after", len(results), "jobs")
    return 0


sys.exit(asyncio.run(main()))
