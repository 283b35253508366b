# attack: an event loop that sleeps for ever
# expect: timeout
import asyncio
asyncio.run(asyncio.sleep(9e9))
