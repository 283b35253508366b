import asyncio


class Server:
    def __init__(self):
        self.beats, self.requests = 0, []

    async def heartbeat(self):
        try:
            while True:
                self.beats += 1
                await asyncio.sleep(0)
        except asyncio.CancelledError:
            self.requests.append("heartbeat stopped")
            raise

    async def serve(self, names):
        for n in names:
            await asyncio.sleep(0)
            self.requests.append(f"hello {n}")

    async def run(self):
        beat = asyncio.create_task(self.heartbeat(), name="beat")
        await self.serve(["a", "b", "c"])
        beat.cancel()
        results = await asyncio.gather(beat, return_exceptions=True)
        return [type(r).__name__ for r in results], beat.get_name(), self.beats >= 3


s = Server()
print(asyncio.run(s.run()))
print(s.requests)
