# attack: a handler of SIGTERM that never ends, in a program that would
# expect: cancelled
# cancel: ready
import signal, time
def handle(number, frame):
  while True:
    try:
      raise KeyboardInterrupt
    except BaseException:
      continue
signal.signal(signal.SIGTERM, handle)
print("ready", flush=True)
time.sleep(60)
