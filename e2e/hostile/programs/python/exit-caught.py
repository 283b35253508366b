# attack: an exit that is caught, for ever
# expect: timeout
import sys
while True:
  try:
    sys.exit()
  except SystemExit:
    pass
