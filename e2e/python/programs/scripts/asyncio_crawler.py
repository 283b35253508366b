"""A crawler over a pretended site: workers, a queue, a limit, retries with timeouts."""
import asyncio
from collections import Counter

SITE = {
    "/": ["/a", "/b", "/c"],
    "/a": ["/a/1", "/a/2", "/"],
    "/b": ["/a", "/slow"],
    "/c": ["/broken", "/a/2"],
    "/a/1": [],
    "/a/2": ["/flaky"],
    "/slow": [],
    "/flaky": ["/a/1"],
}


class FetchError(Exception):
    def __init__(self, url, status):
        super().__init__(f"{url}: status {status}")
        self.url, self.status = url, status


class Fetcher:
    def __init__(self, limit):
        self.limit = asyncio.Semaphore(limit)
        self.tries = Counter()
        self.running = self.most = 0

    async def fetch(self, url):
        async with self.limit:
            self.running += 1
            self.most = max(self.most, self.running)
            try:
                self.tries[url] += 1
                await asyncio.sleep(30 if url == "/slow" else 0)
                if url == "/flaky" and self.tries[url] < 3:
                    raise FetchError(url, 503)
                if url not in SITE:
                    raise FetchError(url, 404)
                return SITE[url]
            finally:
                self.running -= 1


class Crawler:
    def __init__(self, fetcher, workers=3, retries=4):
        self.fetcher, self.workers, self.retries = fetcher, workers, retries
        self.seen, self.found, self.failed = set(), {}, {}

    async def crawl(self, start):
        self.queue = asyncio.Queue()
        self.add(start)
        tasks = [asyncio.create_task(self.work(), name=f"worker-{i}") for i in range(self.workers)]
        await self.queue.join()
        for task in tasks:
            task.cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        print("workers:", [f"{t.get_name()} {type(r).__name__}" for t, r in zip(tasks, results)])

    def add(self, url):
        if url not in self.seen:
            self.seen.add(url)
            self.queue.put_nowait((url, 0))

    async def work(self):
        while True:
            url, tried = await self.queue.get()
            try:
                async with asyncio.timeout(0.05):
                    links = await self.fetcher.fetch(url)
            except FetchError as e:
                if e.status >= 500 and tried < self.retries:
                    self.queue.put_nowait((url, tried + 1))
                else:
                    self.failed[url] = str(e)
            except TimeoutError as e:
                self.failed[url] = f"timeout {e.args}"
            else:
                self.found[url] = len(links)
                for link in links:
                    self.add(link)
            finally:
                self.queue.task_done()


async def main():
    fetcher = Fetcher(2)
    crawler = Crawler(fetcher)
    await crawler.crawl("/")
    for url, n in sorted(crawler.found.items()):
        print(f"{url:<8} {n} links, {fetcher.tries[url]} tries")
    for url, why in sorted(crawler.failed.items()):
        print(f"{url:<8} {why}")
    print("at most", fetcher.most, "at once;", len(crawler.seen), "seen")


asyncio.run(main())
