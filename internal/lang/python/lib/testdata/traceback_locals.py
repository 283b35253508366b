"""The variables of frames that an exception has ended."""

import traceback


def inner(a):
    b = [a]
    c = lambda: b
    del a
    raise ValueError("inner")


def outer():
    x = 1
    return inner(x + 1)


def steps():
    n = 0
    while True:
        n += 1
        yield n
        if n == 2:
            raise KeyError(n)


def show(e):
    tb = e.__traceback__.tb_next
    while tb:
        names = tb.tb_frame.f_locals
        print(tb.tb_frame.f_code.co_name, {k: v for k, v in names.items() if not callable(v)})
        tb = tb.tb_next


try:
    outer()
except ValueError as e:
    show(e)
    lines = traceback.TracebackException.from_exception(e, capture_locals=True).format()
    print("".join(line for line in lines if "x = 1" in line or "b = [2]" in line).count("= "))

try:
    list(steps())
except KeyError as e:
    show(e)


def in_class():
    class Body:
        y = 2
        raise TypeError("body")


try:
    in_class()
except TypeError as e:
    tb = e.__traceback__.tb_next.tb_next
    print(tb.tb_frame.f_locals["y"])
