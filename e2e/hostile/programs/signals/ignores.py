# attack: SIGTERM and SIGINT ignored by a loop, and by the handlers that the loop sets again
# expect: cancelled
# cancel: ready
import signal
for s in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
  signal.signal(s, signal.SIG_IGN)
print("ready", flush=True)
while True:
  signal.signal(signal.SIGTERM, signal.SIG_IGN)
