# Tracebacks go to what sys.stderr is.
import io
import sys

real, sys.stderr = sys.stderr, io.StringIO()
try:
    1 / 0
except ZeroDivisionError:
    sys.excepthook(*sys.exc_info())
    sys.__excepthook__(*sys.exc_info())
print(sys.stderr.getvalue())


class Shout:
    def write(self, text):
        print(text.replace("File", "FILE"), end="")


sys.stderr = Shout()
raise ValueError("at the end")
