"""Conversations with a generator: send, throw, close, and what each gives back."""


def talker():
    got = []
    while True:
        try:
            x = yield len(got)
            if x == "stop":
                return got
            got.append(x)
        except ValueError as e:
            got.append(f"caught {e}")
        except GeneratorExit:
            print("exit asked", got)
            raise


g = talker()
try:
    g.send(1)
except TypeError as e:
    print(e)
print(next(g), g.send("a"), g.throw(ValueError("b")), g.throw(ValueError, "c"), next(g))
try:
    g.send("stop")
except StopIteration as e:
    print(e.value)
for end in (lambda: next(g), lambda: g.send(5), lambda: g.throw(KeyError("late")), lambda: g.close()):
    try:
        print(end())
    except Exception as e:
        print(type(e).__name__, e.args)
g = talker()
next(g)
print(g.close(), g.close())
fresh = talker()
try:
    fresh.throw(ZeroDivisionError("at the start"))
except ZeroDivisionError as e:
    print(e, list(fresh))


def stubborn(n):
    while n:
        n -= 1
        try:
            yield n
        except GeneratorExit:
            pass


s = stubborn(2)
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)
s = stubborn(1)
print(next(s), s.close())


def inner():
    try:
        x = yield "in1"
        print("inner got", x)
        y = yield "in2"
        return (x, y)
    except KeyError as e:
        print("inner caught", e)
        yield "recovered"
        return "after"
    finally:
        print("inner done")


def outer():
    r = yield from inner()
    print("outer got", r)
    r = yield from inner()
    yield r


o = outer()
print(next(o), o.send(1), o.send(2))
print(o.throw(KeyError("k")), next(o), list(o))
o = outer()
next(o)
o.close()


def reentrant():
    yield next(me)


me = reentrant()
try:
    next(me)
except ValueError as e:
    print(e)


class OnlyNext:
    def __iter__(self):
        return self

    def __next__(self):
        return "n"


def over(it):
    yield from it


d = over(OnlyNext())
print(next(d), d.send(None))
for bad in (lambda: d.send(1), lambda: next(over(5)), lambda: over([1]).throw(5), lambda: over([1]).throw(ValueError("x"), "y")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(me.gi_running, me.gi_frame is None, over.__name__, type(d).__name__)
