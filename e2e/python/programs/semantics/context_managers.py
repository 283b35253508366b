from contextlib import contextmanager, closing, suppress, redirect_stdout, nullcontext, ExitStack
import io


class Tracker:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind.__name__ if kind else None)
        return self.swallow


with Tracker("a") as a, Tracker("b") as b:
    print(a, b)
with (Tracker("c"), Tracker("d", True) as d):
    raise ValueError
print("after", d)


def returns():
    with Tracker("r"):
        return "value"


print(returns())
for i in range(3):
    with Tracker(i):
        if i == 0:
            continue
        break


@contextmanager
def managed(x):
    print("setup", x)
    try:
        yield x * 2
    except KeyError:
        print("handled")
    else:
        print("clean")
    finally:
        print("teardown", x)


with managed(1) as v:
    print(v)
with managed(2):
    raise KeyError


@managed(3)
def decorated():
    print("in decorated")


decorated()
buf = io.StringIO()
with redirect_stdout(buf):
    print("hidden")
print(repr(buf.getvalue()))
with suppress(ZeroDivisionError), nullcontext(5) as n:
    print(n)
    1 / 0
with ExitStack() as stack:
    names = [stack.enter_context(Tracker(x)) for x in "xy"]
    stack.callback(lambda: print("callback"))
    print(names)
class Closer:
    def close(self): print("closed")
with closing(Closer()): pass
