# attack: signals that a program raises for itself, from within their handlers
# expect: stack_overflow, exited, memory_limit
# why: a handler may be called at once or after the one that raises, and is given a frame of all that called it
# exit: 0
import signal
n = 0
def handle(number, frame):
  global n
  n += 1
  if n < 100000:
    signal.raise_signal(number)
signal.signal(signal.SIGUSR1, handle)
signal.raise_signal(signal.SIGUSR1)
