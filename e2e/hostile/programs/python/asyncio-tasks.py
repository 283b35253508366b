# attack: tasks that make tasks
# expect: memory_limit
# slow: yes
import asyncio
async def f():
  while True:
    all.append(asyncio.create_task(f()))
    await asyncio.sleep(0)
all = []
asyncio.run(f())
