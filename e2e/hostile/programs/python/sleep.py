# attack: a sleep until the end of time
# expect: timeout
import time
while True:
  try:
    time.sleep(9e9)
  except BaseException:
    pass
