# What ends the run ends it in a trace function, too.
import os
import sys


def fails():
    1 / 0


def tracer(frame, event, arg):
    if event == "exception":
        sys.stdout.flush()
        os._exit(3)
    return tracer


print("begins", flush=True)
sys.settrace(tracer)
try:
    fails()
except ZeroDivisionError:
    print("went on")
