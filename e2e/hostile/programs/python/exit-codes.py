# attack: exit codes beyond 8 bits and beyond 64
# expect: exited
# exit: 255
import sys
try:
  sys.exit(256 + 7)
except SystemExit as e:
  sys.exit(e.code * 1000000000000000000000000000)
