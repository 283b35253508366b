import asyncio, contextvars
v = contextvars.ContextVar('v', default=0)
async def child(n):
    v.set(n); await asyncio.sleep(0); print(n, v.get())
async def main():
    await asyncio.gather(child(1), child(2)); print(v.get())
    tok = v.set(5); print(v.get()); v.reset(tok); print(v.get())
    # exceptions order
    async def f(n):
        await asyncio.sleep(0.001*n)
        if n == 2: raise ValueError(n)
        return n
    ts = [asyncio.create_task(f(i)) for i in range(4)]
    done, pend = await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION)
    print([repr(t.exception()) for t in ts if t.done() and t.exception()])
    # cancel swallowing
    async def stub():
        try: await asyncio.sleep(10)
        except asyncio.CancelledError: print('swallow'); return 'survived'
    t = asyncio.create_task(stub()); await asyncio.sleep(0); t.cancel(); print(await t, t.cancelled(), t.cancelling())
    # cancel before start
    t = asyncio.create_task(stub()); t.cancel()
    try: await t
    except asyncio.CancelledError: print('never started')
    # nested cancel through gather
    async def leaf(n):
        try: await asyncio.sleep(10)
        finally: print('leaf', n)
    async def par(): await asyncio.gather(leaf(1), leaf(2))
    t = asyncio.create_task(par()); await asyncio.sleep(0); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError as e: print('C', repr(e))
    # shield
    async def inner(): await asyncio.sleep(0.9); print('inner done'); return 9
    it = asyncio.create_task(inner())
    try: await asyncio.wait_for(asyncio.shield(it), 0.001)
    except TimeoutError: print('to')
    print(await it)
    # callbacks
    fut = asyncio.get_running_loop().create_future()
    fut.add_done_callback(lambda f: print('cb1', f.result())); fut.add_done_callback(lambda f: print('cb2'))
    fut.set_result(1); print('set'); await asyncio.sleep(0)
    try: fut.set_result(2)
    except asyncio.InvalidStateError as e: print(e)
    try: asyncio.get_running_loop().create_future().result()
    except asyncio.InvalidStateError as e: print(repr(e))
    # async gen asend/athrow
    async def ag():
        x = None
        while True:
            try: x = yield x
            except KeyError as e: x = repr(e)
    g = ag(); print(await g.__anext__(), await g.asend(3), await g.athrow(KeyError('q'))); await g.aclose()
    try: await g.__anext__()
    except StopAsyncIteration: print('stopped')
    async def ag2():
        try: yield 1
        finally: await asyncio.sleep(0); print('ag2 fin')
    async for x in (a2 := ag2()): break
    await a2.aclose()
    # task result states
    t = asyncio.create_task(f(2)); await asyncio.wait([t]); print(t.done(), repr(t.exception()))
    try: t.result()
    except ValueError as e: print('r', e)
    # TaskGroup nested errors
    async def fail(x): raise x
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail(ValueError(1))); tg.create_task(fail(TypeError(2)))
    except BaseExceptionGroup as e: print(repr(e))
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(asyncio.sleep(5)); raise KeyError('body')
    except BaseExceptionGroup as e: print(repr(e))
    try:
        async with asyncio.timeout(0.01) as cm:
            cm.reschedule(asyncio.get_running_loop().time()+0.02)
            await asyncio.sleep(1)
    except TimeoutError: print('expired', cm.expired(), cm)
    s = asyncio.BoundedSemaphore(1); 
    try: s.release()
    except ValueError as e: print(e)
    try: asyncio.Lock().release()
    except RuntimeError as e: print(e)
    q = asyncio.LifoQueue(2); q.put_nowait(1); q.put_nowait(2)
    try: q.put_nowait(3)
    except asyncio.QueueFull: print('full')
    print(q.get_nowait(), q.qsize(), q.full(), q.empty())
    async def worker(name, q):
        while True:
            item = await q.get()
            await asyncio.sleep(0.001); print(name, item); q.task_done()
    q = asyncio.Queue()
    for i in range(5): q.put_nowait(i)
    ws = [asyncio.create_task(worker(f'w{i}', q)) for i in range(2)]
    await q.join()
    for w in ws: w.cancel()
    print(await asyncio.gather(*ws, return_exceptions=True))
    try: await asyncio.wait([])
    except ValueError as e: print(e)
    print(await asyncio.wait_for(asyncio.sleep(0, 'x'), None))
    print(await asyncio.gather())
    x = await asyncio.sleep(0.001, result='res'); print(x)
    e = asyncio.Event(); print(repr(e).split(' ')[0], e.is_set())
    t = asyncio.create_task(asyncio.sleep(0), name='nm'); print(repr(t).split(' coro')[0]); await t; print(repr(t).split(' coro')[0])
    class Aw:
        def __await__(self):
            yield from asyncio.sleep(0).__await__()
            return 'aw'
    print(await Aw())
    print(await asyncio.create_task(aw()))
    async def bad_yield():
        class B:
            def __await__(self): yield 3
        await B()
    try: await bad_yield()
    except RuntimeError as e: print(str(e))
async def aw(): return 'task'
asyncio.run(main())
def cb(loop): print('cb'); loop.stop()
loop = asyncio.new_event_loop(); asyncio.set_event_loop(loop)
loop.call_later(0.001, cb, loop); loop.call_soon(print, 'first'); loop.run_forever(); print(loop.is_running(), loop.is_closed()); loop.close(); print(loop.is_closed())
print(loop)
import sys
async def ex(): sys.exit(3)
try: asyncio.run(ex())
except SystemExit as e: print('exit', e.code)
async def main2():
    asyncio.get_running_loop().set_exception_handler(lambda l, c: print('handler', c['message'].split('<')[0], repr(c.get('exception'))))
    asyncio.get_running_loop().call_soon(lambda: 1/0); await asyncio.sleep(0)
asyncio.run(main2())
raise asyncio.CancelledError('x')
