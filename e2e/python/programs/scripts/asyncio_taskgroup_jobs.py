"""Jobs with dependencies run by task groups; what fails takes its group down, and is reported whole."""
import asyncio
import traceback


class JobFailed(Exception):
    pass


class Runner:
    def __init__(self, jobs):
        self.jobs = jobs
        self.done = {name: asyncio.Event() for name in jobs}
        self.log = []

    async def run_one(self, name):
        job = self.jobs[name]
        try:
            for needed in job.get("needs", ()):
                await self.done[needed].wait()
            self.log.append(f"start {name}")
            for _ in range(job.get("steps", 1)):
                await asyncio.sleep(0)
            if job.get("fails"):
                raise JobFailed(f"{name}: {job['fails']}")
            self.log.append(f"end {name}")
            self.done[name].set()
            return len(name)
        except asyncio.CancelledError:
            self.log.append(f"cancel {name}")
            raise

    async def run(self):
        async with asyncio.TaskGroup() as group:
            tasks = {name: group.create_task(self.run_one(name), name=name) for name in self.jobs}
        return {name: task.result() for name, task in tasks.items()}


def flatten(group):
    for e in group.exceptions:
        if isinstance(e, BaseExceptionGroup):
            yield from flatten(e)
        else:
            yield e


async def main():
    good = Runner({
        "fetch": {"steps": 3},
        "lint": {},
        "build": {"needs": ["fetch"], "steps": 2},
        "test": {"needs": ["build", "lint"]},
        "ship": {"needs": ["test"]},
    })
    print(await good.run())
    print(*good.log, sep=", ")

    bad = Runner({
        "fetch": {},
        "build": {"needs": ["fetch"], "fails": "no compiler"},
        "docs": {"needs": ["fetch"], "fails": "no theme"},
        "wait": {"needs": ["build"]},
        "long": {"steps": 1000},
    })
    try:
        await bad.run()
    except* JobFailed as group:
        print("failed:", sorted(str(e) for e in flatten(group)))
        print(repr(group))
    print(*bad.log, sep=", ")

    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(asyncio.sleep(5))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(asyncio.sleep(5))
                raise KeyError("in the body")
    except BaseExceptionGroup as e:
        print("".join(line for line in traceback.format_exception_only(e)), end="")
        print(e.exceptions, [type(x).__name__ for x in flatten(e)])

    shared = asyncio.create_task(asyncio.sleep(0.01, "kept"))
    try:
        await asyncio.wait_for(asyncio.shield(shared), 0)
    except asyncio.TimeoutError:
        print("timed out, but the task", "is done" if shared.done() else "goes on")
    print(await shared)


asyncio.run(main())
