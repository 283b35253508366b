"""What tracebacks through tasks and futures have of the program, and of the library: nothing of what CPython has in C."""
import asyncio
import collections
import contextvars
import decimal
import sys
import traceback


def show(e):
    print(type(e).__name__, [f"{f.name}:{f.line}" if f.filename == __file__ else "library" for f in traceback.extract_tb(e.__traceback__)])


async def inner():
    raise ValueError("x")


async def where():
    return [f.name for f in traceback.extract_stack() if f.filename == __file__], sys._getframe(1).f_code.co_name


async def main():
    task = asyncio.create_task(inner())
    future = asyncio.get_running_loop().create_future()
    future.set_exception(KeyError("k"))
    for awaited in task, asyncio.gather(inner()), future:
        try:
            await awaited
        except (ValueError, KeyError) as e:
            show(e)
    for result in task.result, task.result, asyncio.Future().result:
        try:
            result()
        except (ValueError, asyncio.InvalidStateError) as e:
            show(e)
    print(await where(), (await asyncio.create_task(where()))[0])
    task = asyncio.create_task(asyncio.sleep(5))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as e:
        show(e)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(inner())
    except ExceptionGroup as e:
        show(e.exceptions[0])


asyncio.run(main())


def boom():
    return {}["boom"]


for f in (
    lambda: collections.defaultdict(boom)[1], lambda: collections.OrderedDict().popitem(), lambda: contextvars.ContextVar("v").get(),
    lambda: contextvars.copy_context().run(boom), lambda: decimal.localcontext(5),
):
    try:
        f()
    except (KeyError, LookupError, TypeError) as e:
        show(e)
