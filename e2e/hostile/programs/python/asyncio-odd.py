# attack: awaiting what can't be awaited, twice, and from within
# expect: exited
# output: done
import asyncio
async def f(): pass
class A:
  def __await__(self): return iter([1, 2, 3])
class B:
  def __await__(self): return 1
async def main():
  c = f()
  await c
  for x in (c, A(), B(), 1, None, asyncio.current_task()):
    try:
      await x
    except (RuntimeError, TypeError):
      continue
  try:
    asyncio.run(f())
  except RuntimeError:
    pass
asyncio.run(main())
print("done")
