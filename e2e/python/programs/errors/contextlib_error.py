from contextlib import contextmanager, suppress, ExitStack


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name
    except LookupError as e:
        print("handled", repr(e))
    finally:
        print(f"</{name}>")


with tag("a"), suppress(ZeroDivisionError):
    1 / 0
with tag("b"):
    raise IndexError("i")
with ExitStack() as stack:
    for n in "xy":
        stack.enter_context(tag(n))
    stack.callback(print, "callback")
    raise ValueError("out")
