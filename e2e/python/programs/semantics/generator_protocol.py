def echo():
    received = []
    try:
        while True:
            received.append((yield len(received)))
    except GeneratorExit:
        print("closing", received)
        raise
    finally:
        print("finally")


g = echo()
print(next(g), g.send("a"), g.send("b"))
g.close()
g.close()


def averager():
    total = count = 0
    while True:
        x = yield (total / count if count else None)
        if x is None:
            return total, count
        total += x
        count += 1


def wrapper(results):
    while True:
        results.append((yield from averager()))


results = []
w = wrapper(results)
next(w)
for v in (10, 20, None, 5, None):
    print(w.send(v))
print(results)


def inner():
    try:
        yield 1
    except ValueError as e:
        yield f"inner caught {e}"
    return "inner result"


def outer():
    r = yield from inner()
    print("got", r)
    yield 2


o = outer()
print(next(o), o.throw(ValueError("v")), next(o), next(o, "end"))
def f():
    x = yield
    while x:
        x = yield x * 2
g = f(); next(g); print(g.send(3), g.send(4), g.gi_frame is not None)
try:
    g.send(0)
except StopIteration as e:
    print("stopped", e.value, g.gi_frame)
