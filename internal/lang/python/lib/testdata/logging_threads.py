# Records have the names of the threads that log.
import logging
import sys
import threading

logging.basicConfig(level=logging.DEBUG, format="(%(threadName)-10s) %(message)s", stream=sys.stdout)


class Worker(threading.Thread):
    def run(self):
        logging.debug("running")


for _ in range(2):
    t = Worker()
    t.start()
    t.join()
for name in ("first", None):
    t = threading.Thread(target=logging.info, args=("called",), name=name)
    t.start()
    t.join()
logging.info("the end")
record = logging.LogRecord("n", logging.INFO, "p.py", 1, "m", (), None)
print(record.threadName, record.processName, record.thread == threading.get_ident())
