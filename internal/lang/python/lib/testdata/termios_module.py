# What isn't a terminal has no modes.
import io
import sys
import termios
import tty

for what in (0, sys.stdin, 99, -1, "x", io.StringIO()):
    try:
        termios.tcgetattr(what)
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)
for call in (lambda: tty.setraw(0), lambda: tty.setcbreak(0), lambda: termios.tcdrain(0), lambda: termios.tcflush(0, termios.TCIFLUSH),
             lambda: termios.tcsetattr(0, termios.TCSADRAIN, [1])):
    try:
        call()
    except (termios.error, TypeError) as e:
        print(e.args)
print(termios.ECHO | termios.ICANON, termios.VMIN, termios.TCSADRAIN, tty.LFLAG, tty.CC)
