import sys
import threading


def tracer(frame, event, arg):
    code = frame.f_code
    if event == "exception":
        arg = arg[0].__name__, str(arg[1]), arg[2].tb_lineno
    print(code.co_name, event, frame.f_lineno - code.co_firstlineno, arg, frame.f_trace is None)
    return tracer


def numbers(n):
    for i in range(n):
        yield i


def flow(a):
    x = a + 1
    if x > 2:
        try:
            x = x / 0
        except ZeroDivisionError as e:
            print("zero")
        finally:
            x = 5
    while x > 3:
        x -= 1
    for q in numbers(2):
        x += q
    if x > 100:
        x = 3


class Value:
    """A value."""
    z = 1

    @property
    def y(self): return self.z

    def __init__(self, q):
        self.q = q

    def __add__(self, other):
        return self.q + other.q


def handles():
    try:
        raises()
    except ValueError:
        pass
    return 1


def raises():
    c = 3

    def inner():
        return c
    inner()
    raise ValueError("k")


def loops():
    for i in range(2): pass
    while True:
        break
    for j in (1,
              2):
        if j == 1:
            continue
        print(j,
              j)
    while True:
        try:
            if i:
                break
        finally:
            i = 1


def returns(x):
    try:
        if x:
            return x
        for i in (1, 2):
            try:
                if x is None:
                    return
                continue
            finally:
                x = 0
        else:
            return x + 1
    finally:
        x = [x]


def waits():
    yield 1
    try:
        yield 2
    finally:
        print("end")


def delegates():
    return (yield from waits())


def branches(x):
    if x:
        pass
    else:
        x = 1


def recursive(n):
    return n and recursive(n - 1)


def matches(v):
    match v:
        case 1:
            return "one"
        case [a, b]:
            return a
    with open_nothing() as x:
        x = [x]
    del v


class open_nothing:
    def __enter__(self):
        return 2

    def __exit__(self, *args):
        return


sys.settrace(tracer)
print(sys.gettrace() is tracer)
flow(5)
flow(0)
v = Value(1)
v.y
v + v
handles()
loops()
returns(1)
returns(0)
returns(None)
it = waits()
next(it)
next(it)
try:
    it.throw(KeyError("x"))
except KeyError:
    print("thrown")
list(delegates())
(lambda a: a)(1)
branches(1)
branches(0)
recursive(2)
matches(1)
matches([1, 2])
matches(3)


class Local(Value):
    a = 1

    def m(self):
        pass


exec("y = 1\ndel y")
sys.settrace(None)
flow(3)
print(sys.gettrace())


def lines_off(frame, event, arg):
    frame.f_trace_lines = False
    print("off", event, frame.f_trace_lines)
    return lines_off


sys.settrace(lines_off)
branches(1)


def bad(frame, event, arg):
    raise RuntimeError("bad")


sys.settrace(bad)
try:
    branches(1)
except RuntimeError as e:
    print(repr(e), sys.gettrace())


def profiler(frame, event, arg):
    if event.startswith("c_"):
        arg = arg.__qualname__
    if frame.f_code.co_name != "<module>":
        print(frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno, arg)


def profiled():
    l = [3]
    l.append(1)
    len(l)
    max(1, 2)
    int("3")
    try:
        l.index(9)
    except ValueError:
        pass
    ",".join(["b"])
    recursive(1)
    sorted(l, key=lambda v: v)
    raise SystemError


sys.setprofile(profiler)
try:
    profiled()
except SystemError:
    pass
print(sys.getprofile() is profiler)
sys.setprofile(None)
print(sys.getprofile())


def in_thread(frame, event, arg):
    if frame.f_code.co_name in ("work", "branches"):
        print("thread", event, frame.f_code.co_name)
    return in_thread


def work():
    branches(1)


threading.settrace(in_thread)
thread = threading.Thread(target=work)
thread.start()
thread.join()
threading.settrace(None)
thread = threading.Thread(target=work)
thread.start()
thread.join()
print(sys.call_tracing(recursive, (1,)))
