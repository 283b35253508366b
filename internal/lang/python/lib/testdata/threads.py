import threading, queue, time, sys
from concurrent.futures import *
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
out = []
def w(n): out.append(('start', n)); time.sleep(0.02 * (3 - n)); out.append(('end', n))
ts = [threading.Thread(target=w, args=(i,)) for i in range(3)]
for x in ts: x.start()
for x in ts: x.join()
print(out)
q = queue.Queue(maxsize=2); res = []
def prod():
    for i in range(10): q.put(i)
    q.put(None)
def cons():
    while True:
        i = q.get()
        if i is None: q.task_done(); break
        res.append(i * i); q.task_done()
a = threading.Thread(target=prod, name='P'); b = threading.Thread(target=cons, daemon=True)
b.start(); a.start(); a.join(); b.join(); q.join(); print(res, a.is_alive(), a.name, b.name, b.daemon, threading.active_count(), threading.current_thread().name, threading.main_thread() is threading.current_thread())
cnt = 0; lock = threading.Lock()
def inc():
    global cnt
    for _ in range(1000):
        with lock: cnt += 1
ts = [threading.Thread(target=inc) for _ in range(5)]; [x.start() for x in ts]; [x.join() for x in ts]; print(cnt, lock.locked(), lock.acquire(False), lock.acquire(False), lock.acquire(timeout=0.01), lock.locked()); lock.release(); t(lock.release); t(lock.acquire, False, 1); t(lock.acquire, True, -2)
r = threading.RLock(); r.acquire(); r.acquire(); r.release(); r.release(); t(r.release)
ev = threading.Event(); got = []
def waitf(): got.append(ev.wait()); got.append('woke')
x = threading.Thread(target=waitf); x.start(); print(got, ev.is_set(), ev.wait(0.01)); ev.set(); x.join(); print(got, ev.is_set()); ev.clear(); print(ev.is_set())
c = threading.Condition(); items = []
def consumer():
    with c:
        c.wait_for(lambda: items); got.append(items.pop())
x = threading.Thread(target=consumer); x.start()
with c: items.append('it'); c.notify()
x.join(); print(got); t(c.notify); t(c.wait)
s = threading.Semaphore(2); print(s.acquire(), s.acquire(), s.acquire(blocking=False), s.acquire(timeout=0.01)); s.release(); bs = threading.BoundedSemaphore(1); t(bs.release)
bar = threading.Barrier(3); order = []
def bw(i): order.append(bar.wait())
ts = [threading.Thread(target=bw, args=(i,)) for i in range(3)]; [x.start() for x in ts]; [x.join() for x in ts]; print(sorted(order), bar.broken)
tm = threading.Timer(0.01, lambda a: got.append(a), ['timer']); tm.start(); tm.join(); print(got[-1]); tm = threading.Timer(5, print); tm.start(); tm.cancel(); tm.join()
loc = threading.local(); loc.x = 1
def lw():
    try: loc.x
    except AttributeError as e: got.append(str(e))
    loc.x = 2
x = threading.Thread(target=lw); x.start(); x.join(); print(loc.x, got[-1])
class My(threading.Thread):
    def __init__(self): super().__init__(); self.r = None
    def run(self): self.r = threading.current_thread() is self
m = My(); t(m.join); m.start(); t(m.start); m.join(); print(m.r, m.name); print(repr(threading.Thread(target=w)).split(',')[0])
def bad(): raise ValueError('boom')
x = threading.Thread(target=bad); x.start(); x.join(); print('after')
threading.excepthook = lambda a: print('hook', a.exc_type, a.exc_value, a.thread.name)
x = threading.Thread(target=bad); x.start(); x.join()
t(threading.current_thread().join)
with ThreadPoolExecutor(max_workers=3) as ex:
    f = ex.submit(pow, 2, 10); print(f.result(), f.done(), f.exception(), list(ex.map(lambda x: x * 2, range(5))), list(ex.map(pow, [2, 3], [3, 2])))
    gates = [threading.Event() for _ in range(3)]
    fs = [ex.submit(lambda i: (gates[i].wait(), i)[1], i) for i in (2, 0, 1)]
    for f in fs[1:]: f.add_done_callback(lambda f: gates[f.result() + 1].set())
    threading.Timer(0.1, gates[0].set).start()
    print([f.result() for f in as_completed(fs)])
    f = ex.submit(bad); t(f.result); print(repr(f.exception()))
    d, n = wait([ex.submit(time.sleep, 0.01), ex.submit(time.sleep, 0.2)], return_when=FIRST_COMPLETED); print(len(d), len(n))
    f = ex.submit(time.sleep, 0.1); t(f.result, timeout=0.01)
t(ex.submit, pow, 1, 1); t(ThreadPoolExecutor, 0)
with ThreadPoolExecutor(2) as ex:
    try:
        for v in ex.map(lambda x: 1 // x, [1, 0, 2]): print(v)
    except ZeroDivisionError as e: print('zde', e)
    names = set(ex.map(lambda _: threading.current_thread().name, range(10))); print(all(n.startswith('ThreadPoolExecutor-1_') for n in names))
Q = queue.Queue(); t(Q.get_nowait); t(Q.get, timeout=0.01); print(Q.empty(), Q.qsize(), Q.full()); t(Q.task_done); Q2 = queue.Queue(1); Q2.put(1); t(Q2.put_nowait, 2); t(Q2.put, 2, timeout=0.01); t(Q2.get, timeout=-1)
p = queue.PriorityQueue(); [p.put(x) for x in (3, 1, 2)]; print([p.get() for _ in range(3)]); l = queue.LifoQueue(); [l.put(x) for x in (1, 2)]; print(l.get()); sq = queue.SimpleQueue(); sq.put(1); print(sq.get(), sq.empty()); t(sq.get_nowait)
stop = False
def busy():
    n = 0
    while not stop: n += 1
    got.append('stopped')
x = threading.Thread(target=busy); x.start(); time.sleep(0.05); stop = True; x.join(); print(got[-1])
def late(): time.sleep(0.05); print('late done')
threading.Thread(target=late).start()
def never():
    while True: time.sleep(1)
threading.Thread(target=never, daemon=True).start()

print('main end')
