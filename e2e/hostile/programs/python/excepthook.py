# attack: hooks for errors that fail and that never end
# expect: timeout, uncaught_error
# why: an engine may call no hook
import sys
def hook(*args):
  try:
    raise ValueError
  finally:
    while True:
      try:
        hook(*args)
      except RecursionError:
        pass
sys.excepthook = hook
1 / 0
