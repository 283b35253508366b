# What is compiled by the program's own file name leaves its lines in tracebacks alone.
import traceback

try:
    exec(compile("\n\n1 / 0", __file__, "exec"), {})
except ZeroDivisionError:
    pass


def fail():
    raise ValueError("own")


try:
    fail()
except ValueError as e:
    print([entry.line for entry in traceback.extract_tb(e.__traceback__)])
