# attack: a sleep of a century that is cancelled, which takes the exception back and sleeps on
# expect: cancelled
# cancel: ready
import time
print("ready", flush=True)
while True:
  try:
    time.sleep(3e9)
  except SystemExit:
    pass
