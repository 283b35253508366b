# attack: one XML parser that threads and a signal's handler feed while it parses
# expect: exited
# output: over
import signal, threading, xml.parsers.expat as expat

p = expat.ParserCreate()
p.Parse("<a>")


def feed(*_):
    try:
        p.Parse(b"<b/>" * 1000)
    except (RuntimeError, expat.ExpatError):
        pass


signal.signal(signal.SIGALRM, feed)
signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
threads = [threading.Thread(target=feed) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
signal.setitimer(signal.ITIMER_REAL, 0)
print("over")
