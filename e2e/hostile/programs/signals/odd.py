# attack: handlers that are no functions, for signals that there aren't
# expect: exited
# output: refused
import signal
for args in ((0, None), (10 ** 20, signal.SIG_IGN), (signal.SIGKILL, signal.SIG_IGN), (signal.SIGTERM, 7), (signal.SIGTERM, "x"), (-1, signal.SIG_DFL), ("SIGTERM", signal.SIG_DFL), (65, print)):
  try:
    signal.signal(*args)
  except (ValueError, TypeError, OSError, OverflowError):
    continue
  raise SystemExit(repr(args))
print("refused")
