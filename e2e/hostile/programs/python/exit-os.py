# attack: the end of the process by os._exit and os.abort, past every finally
# expect: exited, uncaught_error
# why: an engine may have no abort
# exit: 3
import os
try:
  os._exit(3)
finally:
  print("never")
