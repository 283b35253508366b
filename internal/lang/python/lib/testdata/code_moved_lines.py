# The lines of a code that is moved, those of a comprehension in it, too.
import traceback

def f(a):
    return [x for x in (1 / a,)]

def moved(function, line):
    return type(function)(function.__code__.replace(co_firstlineno=line, co_filename="q.py"), globals())

for line in 500, 1, 5:
    try: moved(f, line)(0)
    except ZeroDivisionError as e: print([(t.filename, t.lineno, t.name) for t in traceback.extract_tb(e.__traceback__)][1:])
