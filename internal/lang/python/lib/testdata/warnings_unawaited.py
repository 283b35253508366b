import asyncio
import warnings



def show(message, category, filename, lineno, file=None, line=None):
    print(category.__name__, message, lineno if filename != "sys" else "sys")


warnings.showwarning = show


async def work(n=0):
    return n


class Service:
    async def start(self):
        pass


work()
Service().start()
work(1)
for _ in range(3):
    work(2)
closed = work(3)
closed.close()


async def main():
    work(4)
    asyncio.sleep(1)
    return await work(5)

print(asyncio.run(main()))
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    work(6)
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    work(7)
    print(log[0].message, log[0].category, log[0].lineno)
kept = work(8)
late = Service().start()
print("end")
