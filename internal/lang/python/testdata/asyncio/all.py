import asyncio
async def w(n, d):
    print('start', n)
    await asyncio.sleep(d)
    print('end', n)
    return n*2
async def main():
    print(await asyncio.gather(w(1,0.02), w(2,0.01), w(3,0)))
    t = asyncio.create_task(w(4, 1), name='slow')
    await asyncio.sleep(0)
    t.cancel('why')
    try: await t
    except asyncio.CancelledError as e: print('cancelled', e.args, t.cancelled(), t.get_name())
    try: await asyncio.wait_for(w(5, 1), 0.01)
    except asyncio.TimeoutError as e: print('timeout', repr(e))
    try:
        async with asyncio.timeout(0.01): await asyncio.sleep(1)
    except TimeoutError: print('timeout2')
    async def boom(): raise ValueError('boom')
    print(await asyncio.gather(boom(), w(6,0), return_exceptions=True))
    try: await asyncio.gather(boom(), w(7,0))
    except ValueError as e: print(e)
    q = asyncio.Queue(maxsize=2)
    async def prod():
        for i in range(5):
            await q.put(i); print('put', i)
        await q.put(None)
    async def cons():
        while (x := await q.get()) is not None: print('got', x); q.task_done()
    await asyncio.gather(prod(), cons())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(boom()); t2 = tg.create_task(w(8, 1))
    except* ValueError as eg: print(eg.exceptions, t2.cancelled())
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(w(9,0.01)); b = tg.create_task(w(10,0))
    print(a.result(), b.result())
    lock = asyncio.Lock()
    async def lk(n):
        async with lock: print('lock', n); await asyncio.sleep(0); print('unlock', n)
    await asyncio.gather(*(lk(i) for i in range(3)))
    ev = asyncio.Event()
    async def waiter(n): await ev.wait(); print('ev', n)
    ts = [asyncio.create_task(waiter(i)) for i in range(2)]
    await asyncio.sleep(0); ev.set(); await asyncio.wait(ts)
    sem = asyncio.Semaphore(2)
    async def s(n):
        async with sem: print('in', n); await asyncio.sleep(0); print('out', n)
    await asyncio.gather(*(s(i) for i in range(5)))
    done, pending = await asyncio.wait([asyncio.create_task(w(13,0.01)), asyncio.create_task(w(14,1))], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    for p in pending: p.cancel()
    async def ag():
        try:
            for i in range(3):
                await asyncio.sleep(0); yield i
        finally: print('ag fin')
    async for x in ag(): print(x)
    print([x async for x in ag() if x])
    print({x: y async for x, y in aenum(ag())})
    print(await asyncio.to_thread(lambda: 5))
    loop = asyncio.get_running_loop()
    loop.call_soon(print, 'soon'); loop.call_later(0.5, print, 'later')
    f = loop.create_future(); loop.call_later(0.005, f.set_result, 'fut'); print(await f)
    await asyncio.sleep(0.6)
    print(await asyncio.shield(w(15, 0)))
    cond = asyncio.Condition()
    async def c1():
        async with cond: await cond.wait(); print('cond')
    t = asyncio.create_task(c1()); await asyncio.sleep(0)
    async with cond: cond.notify_all()
    await t
    b = asyncio.Barrier(2)
    async def bb(n): print('b', n, await b.wait())
    await asyncio.gather(bb(1), bb(2))
    pq = asyncio.PriorityQueue()
    for x in (3,1,2): pq.put_nowait(x)
    print([pq.get_nowait() for _ in range(3)])
    try: pq.get_nowait()
    except asyncio.QueueEmpty as e: print(repr(e))
    print(pq, f)
    print(asyncio.current_task().get_name(), len(asyncio.all_tasks()))
    class CM:
        async def __aenter__(self): print('enter'); return 1
        async def __aexit__(self, *a): print('exit', a[0]); return True
    async with CM() as v: print(v); raise ValueError
    try: await 3
    except TypeError as e: print(e)
    try:
        async with 3: pass
    except TypeError as e: print(e)
    try:
        async for i in [1]: pass
    except TypeError as e: print(e)
    return 'ret'
async def aenum(a):
    i = 0
    async for x in a: yield i, x; i += 1
print(asyncio.run(main()))
try: asyncio.run(3)
except ValueError as e: print(e)
async def bad(): raise KeyError('x')
try: asyncio.run(bad())
except KeyError as e: print(repr(e))
async def left():
    async def bg():
        try: await asyncio.sleep(10)
        except asyncio.CancelledError: print('bg cancelled'); raise
    asyncio.create_task(bg()); await asyncio.sleep(0)
asyncio.run(left())
async def g():
    return 1
c = g()
try: c.send(None)
except StopIteration as e: print(e.value)
try: c.send(None)
except RuntimeError as e: print(e)
print(asyncio.iscoroutinefunction(g), asyncio.iscoroutine(c), type(c))
loop = asyncio.new_event_loop()
print(loop.run_until_complete(g()))
loop.close()
try: loop.run_until_complete(None)
except RuntimeError as e: print(e)
with asyncio.Runner() as r: print(r.run(g()), r.run(g()))
