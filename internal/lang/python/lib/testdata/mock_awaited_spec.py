# What was awaited is compared by the parameters of the spec.
import asyncio
from unittest.mock import AsyncMock

async def f(a, b=2, *, c=3): pass

async def main():
    m = AsyncMock(spec=f)
    await m(1, b=5)
    m.assert_awaited_with(1, 5)
    m.assert_awaited_once_with(a=1, b=5)
    m.assert_any_await(1, 5)
    try: m.assert_awaited_with(1, 6)
    except AssertionError as e: print(e)

asyncio.run(main())
