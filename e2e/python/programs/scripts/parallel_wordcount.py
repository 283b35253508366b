"""Counts words by threads: a work queue, a pool of futures, locks, conditions, results in order."""
import queue
import re
import sys
import threading
from collections import Counter
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, as_completed, wait

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


def count(text):
    if "\x00" in text:
        raise ValueError(f"{len(text)} bytes, one of them NUL")
    return Counter(w.casefold() for w in WORD.findall(text))


class BoundedBuffer:
    def __init__(self, size):
        self.items, self.size = [], size
        lock = threading.Lock()
        self.not_full, self.not_empty = threading.Condition(lock), threading.Condition(lock)

    def put(self, item):
        with self.not_full:
            if not self.not_full.wait_for(lambda: len(self.items) < self.size, timeout=5):
                raise TimeoutError
            self.items.append(item)
            self.not_empty.notify()

    def get(self):
        with self.not_empty:
            self.not_empty.wait_for(lambda: self.items)
            item = self.items.pop(0)
            self.not_full.notify()
            return item


text = sys.stdin.read()
chapters = [c.strip() for c in text.split("***")]
with ThreadPoolExecutor(max_workers=3, thread_name_prefix="count") as pool:
    for n, result in enumerate(pool.map(count, chapters[:-1]), 1):
        print(f"chapter {n}: {result.total()} words, {len(result)} different, {result.most_common(2)}")
    futures = {pool.submit(count, c): i for i, c in enumerate(chapters)}
    done, rest = wait(futures, return_when=FIRST_EXCEPTION)
    failed = [f for f in as_completed(futures) if f.exception()]
    print([(futures[f], repr(f.exception())) for f in failed], all(f.done() for f in futures), bool(done), failed[0].running())
total = sum((f.result() for f in futures if not f.exception()), Counter())
print(total.most_common(4), (total - Counter({"the": 3})).most_common(1), sorted((Counter(["sea", "x"]) & total).elements()))

jobs, results, lock = queue.PriorityQueue(), {}, threading.Lock()
for i, c in enumerate(chapters):
    jobs.put((-len(c), i))


def work():
    while True:
        try:
            _, i = jobs.get_nowait()
        except queue.Empty:
            return
        try:
            n = len(count(chapters[i]))
        except ValueError as e:
            n = str(e)
        with lock:
            results[i] = n
        jobs.task_done()


threads = [threading.Thread(target=work, name=f"w{i}", daemon=True) for i in range(3)]
for t in threads:
    t.start()
jobs.join()
for t in threads:
    t.join(5)
print(sorted(results.items()), [t.is_alive() for t in threads], threads[1].name, threads[0].daemon)

buffer, got = BoundedBuffer(2), []
producer = threading.Thread(target=lambda: [buffer.put(w) for w in [*chapters[0].split()[:9], None]])
consumer = threading.Thread(target=lambda: got.extend(iter(buffer.get, None)))
consumer.start(), producer.start()
producer.join(), consumer.join()
print(got)

local, barrier, seen = threading.local(), threading.Barrier(3), []
local.value = "main"


def meet(n):
    local.value = n
    barrier.wait(5)
    with lock:
        seen.append((local.value, hasattr(local, "other")))


group = [threading.Thread(target=meet, args=(n,)) for n in range(3)]
[t.start() for t in group]
[t.join() for t in group]
print(sorted(seen), local.value, threading.current_thread().name, threading.active_count())
event, said = threading.Event(), []
timer = threading.Timer(0.001, lambda: (said.append("tick"), event.set()))
timer.start()
print(event.wait(5), said, event.is_set())
threading.excepthook = lambda args: said.append(f"{args.thread.name}: {args.exc_type.__name__}: {args.exc_value}")
t = threading.Thread(target=count, args=("\x00",), name="broken")
t.start(), t.join()
print(said[1:])
sem = threading.BoundedSemaphore(1)
with sem:
    print(sem.acquire(blocking=False))
try:
    sem.release()
except ValueError as e:
    print(e)
