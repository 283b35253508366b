# attack: an event loop of callbacks that never sleeps, whose tasks can't be cancelled
# expect: timeout
import asyncio
async def f():
  while True:
    try:
      await asyncio.sleep(0)
    except BaseException:
      pass
async def main():
  tasks = [asyncio.create_task(f()) for i in range(10)]
  await asyncio.sleep(0)
  for t in tasks:
    t.cancel()
  await asyncio.gather(*tasks, return_exceptions=True)
asyncio.run(main())
