import traceback


def f(n):
    return g(n) + 1


def g(n):
    return 1 / n


try:
    f(0)
except ZeroDivisionError as e:
    print("".join(traceback.format_exception_only(e)).strip())
    for frame in traceback.extract_tb(e.__traceback__):
        print(frame.name, frame.lineno, frame.line)
    print(traceback.format_exc().splitlines()[0])
    print(traceback.format_exc().splitlines()[-1])
f(0)
