# Tracing that ends, or fails, in the middle of things.
import _thread
import sys
import threading
import time


def numbers():
    try:
        yield 1
        yield 2
    except ValueError as e:
        yield "caught " + str(e)
    finally:
        print("closed")


def leaves(setter):
    """Ends in the event of a generator that goes on with an exception."""
    def tracer(frame, event, arg):
        if throwing and event == "call":
            setter(None)
        return tracer
    throwing = False
    setter(tracer)
    g = numbers()
    next(g)
    throwing = True
    value = g.throw(ValueError("thrown"))
    g.close()
    setter(None)
    print(value)


leaves(sys.settrace)
leaves(sys.setprofile)


def fails(when, function):
    def tracer(frame, event, arg):
        if event == when and frame.f_code is function.__code__:
            raise KeyError(when)
        return tracer
    sys.settrace(tracer)
    try:
        print(function())
    except Exception as e:
        print(when, type(e).__name__, e, sys.gettrace())
    sys.settrace(None)


def divides():
    try:
        1 / 0
    except KeyError:
        return "another"
    except ZeroDivisionError:
        return "the same"


def escapes():
    x = 1
    1 / (x - 1)


for event in "call", "exception", "return":
    fails(event, divides)
    fails(event, escapes)


def slices(a):
    b = a[
        1:
        3
    ]
    return a, b, a[
        :2], a[
        1:
    ][
        0]


def left_early():
    for x in numbers():
        print(x)
        break
    print("after the loop")
    for x in (
            numbers()):
        print(x)
        return "returned"


def comprehends():
    try:
        return [1 / x for x in (1, 0)]
    except ZeroDivisionError as e:
        tb, names = e.__traceback__, []
        while tb:
            names.append(tb.tb_frame.f_code.co_name)
            tb = tb.tb_next
        return names


def nothing(frame, event, arg):
    return nothing


sys.settrace(nothing)
print(slices([1, 2, 3, 4]), slices("text"))
print(left_early())
print(comprehends())
sys.settrace(None)


def last_instruction():
    try:
        escapes()
    except ZeroDivisionError as e:
        return e.__traceback__.tb_next.tb_lasti


# A thread that ends takes its tracing with it.
before = last_instruction()
ended = []


def thread():
    sys.settrace(nothing)
    sys.setprofile(nothing)
    ended.append(1)


_thread.start_new_thread(thread, ())
while not ended:
    time.sleep(0.001)
time.sleep(0.001)
print(before == last_instruction())


# One whose profile function fails when all is done ends, too.
def late(frame, event, arg):
    if over and event == "c_call":
        raise ValueError("late")


over = []
threading.setprofile(late)
t = threading.Thread(target=lambda: over.append(1))
threading.excepthook = lambda args: None
t.start()
t.join()
threading.setprofile(None)
print("joined", t.is_alive())
