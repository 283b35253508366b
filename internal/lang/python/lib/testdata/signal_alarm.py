# signal.alarm and setitimer. A signal that comes in a loop is raised in the loop, whose try catches it.
import signal, time
def h(n, f): raise TimeoutError("too long")
signal.signal(signal.SIGALRM, h)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    while True: time.monotonic()
except TimeoutError as e: print(e)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try: time.sleep(10)
except TimeoutError as e: print(e)
n = []
signal.signal(signal.SIGALRM, lambda s, f: n.append(s))
print(signal.setitimer(signal.ITIMER_REAL, 0.02, 0.02))
begin = time.monotonic()
time.sleep(0.2)
print(time.monotonic() - begin >= 0.2, len(n) > 3, n[0] is signal.SIGALRM, n[0] == 14)
left, every = signal.setitimer(signal.ITIMER_REAL, 0)
print(0 < left <= 0.02, every)
print(signal.alarm(100), signal.alarm(0), signal.alarm(0), signal.getitimer(0))
for a in ((0, -1), (7, 1), (0, 1, -1)):
    try: signal.setitimer(*a)
    except signal.ItimerError as e: print(type(e).__name__, e)
try: signal.alarm(1.5)
except TypeError as e: print(e)


def stop(n, f):
    raise KeyboardInterrupt


def busy():
    try:
        while True:
            x = 1
            y = x + 1
    except KeyboardInterrupt:
        return "caught"


signal.signal(signal.SIGALRM, stop)
signal.setitimer(signal.ITIMER_REAL, 0.05)
print(busy())
