"""Tasks that gather, cancel, time out and form groups."""
import asyncio


async def job(name, steps=1, fail=None, log=None):
    try:
        for _ in range(steps):
            await asyncio.sleep(0)
        if fail:
            raise fail
        return name
    except asyncio.CancelledError:
        if log is not None:
            log.append(f"{name} cancelled")
        raise
    finally:
        if log is not None:
            log.append(f"{name} over")


async def stubborn():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        return "refused"


async def main():
    print(await asyncio.gather(job("a", 3), job("b"), job("c", 2)))
    print(await asyncio.gather(job("a"), job("b", fail=ValueError("bad")), return_exceptions=True))
    try:
        await asyncio.gather(job("a"), job("b", fail=KeyError("k")))
    except KeyError as e:
        print("gather raised", e)
    log = []
    t = asyncio.create_task(job("t", 1000, log=log), name="named")
    await asyncio.sleep(0)
    print(t.get_name(), t.done(), t.cancel("why"), t.cancelling() if hasattr(t, "cancelling") else 1)
    try:
        await t
    except asyncio.CancelledError as e:
        print("cancelled", e.args, t.cancelled(), log)
    s = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    s.cancel()
    print(await s, s.cancelled())
    for result in (lambda: t.result(), lambda: t.exception(), lambda: s.result(), lambda: s.exception()):
        try:
            print(result())
        except asyncio.CancelledError:
            print("CancelledError")
    try:
        await asyncio.wait_for(asyncio.sleep(60), 0.001)
    except asyncio.TimeoutError as e:
        print(type(e).__name__, e.args, asyncio.TimeoutError is TimeoutError)
    try:
        async with asyncio.timeout(0.001) as cm:
            await asyncio.sleep(60)
    except TimeoutError:
        print("timed out", cm.expired())
    log.clear()
    try:
        async with asyncio.TaskGroup() as tg:
            ok = tg.create_task(job("ok", 1, log=log))
            tg.create_task(job("bad", 2, fail=ValueError("v"), log=log))
            tg.create_task(job("slow", 1000, log=log))
    except* ValueError as group:
        print([str(e) for e in group.exceptions], group.message, ok.result(), log)
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(job(n, i)) for i, n in enumerate("xyz")]
    print([t.result() for t in tasks])
    done, pending = await asyncio.wait([asyncio.ensure_future(job("q", n)) for n in (1, 500)], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending), done.pop().result())
    for p in pending:
        p.cancel()
    print([await f for f in asyncio.as_completed([job("slow", 9), job("fast", 1)])])
    fut = asyncio.get_running_loop().create_future()
    fut.add_done_callback(lambda f: print("callback", f.result()))
    fut.set_result(7)
    print(await fut, fut.done())
    try:
        fut.set_result(8)
    except asyncio.InvalidStateError as e:
        print(type(e).__name__, e)
    print(await asyncio.shield(job("shielded")), len(asyncio.all_tasks()) >= 1)


asyncio.run(main())
