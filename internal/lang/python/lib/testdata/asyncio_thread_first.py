# asyncio that a thread has used before the main thread has.
import threading


def in_thread():
    import asyncio
    asyncio.new_event_loop().close()
    try:
        asyncio.get_event_loop()
    except RuntimeError as e:
        print(e)


thread = threading.Thread(target=in_thread, name="first")
thread.start()
thread.join()

import asyncio
import warnings
warnings.simplefilter("ignore")
loop = asyncio.get_event_loop()
print(loop.run_until_complete(asyncio.sleep(0, "main")))
loop.close()
