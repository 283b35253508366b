# attack: a coroutine that awaits itself without end
# expect: stack_overflow
import asyncio
async def f():
  await f()
asyncio.run(f())
