import asyncio


async def producer(queue, n):
    for i in range(n):
        await queue.put({"id": i, "value": i * i})
        await asyncio.sleep(0)
    await queue.put(None)


async def transformer(source, sink):
    while (item := await source.get()) is not None:
        item["label"] = "even" if item["value"] % 2 == 0 else "odd"
        await sink.put(item)
    await sink.put(None)


async def consumer(queue):
    out = []
    while (item := await queue.get()) is not None:
        out.append(f"{item['id']}:{item['label']}")
    return out


async def main():
    a, b = asyncio.Queue(2), asyncio.Queue()
    *_, result = await asyncio.gather(producer(a, 5), transformer(a, b), consumer(b))
    print(result)


asyncio.run(main())
