"""A manager sees how its block ends; a true value of __exit__ ends the exception, and the order is that of a stack."""


class Tracer:
    def __init__(self, name, swallow=False, fail=()):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __enter__(self):
        print("+" + self.name, end=" ")
        if "enter" in self.fail:
            raise OSError("enter " + self.name)
        return self.name

    def __exit__(self, kind, value, trace):
        print(f"-{self.name}:{kind.__name__ if kind else None}:{value}:{trace is not None}", end=" ")
        if "exit" in self.fail:
            raise OSError("exit " + self.name)
        return self.swallow


def run(*managers, body=lambda: None):
    a, b = managers
    try:
        with a as x, b as y:
            print("in", x, y, end=" ")
            body()
            print("through", end=" ")
        print("after")
    except Exception as e:
        print("out:", repr(e), "of", repr(e.__context__))


def boom():
    raise KeyError("boom")


T = Tracer
run(T("a"), T("b"))
run(T("a"), T("b"), body=boom)
run(T("a"), T("b", swallow=1), body=boom)
run(T("a", swallow="yes"), T("b"), body=boom)
run(T("a"), T("b", fail=["enter"]))
run(T("a", swallow=True), T("b", fail=["enter"]))
run(T("a"), T("b", fail=["exit"]), body=boom)
run(T("a", swallow=True), T("b", fail=["exit"]))
run(T("a"), T("b", swallow=[]), body=boom)


def returning():
    for i in range(3):
        with T(str(i)):
            if i == 0:
                continue
            return "value"


print(returning())
with T("t") as (first), T("v") as holder:
    print(first, holder)
with (T("p") as p, T("q") as q,):
    print(p, q)
with T("unpacked") as (a, *rest):
    print(a, rest)
for thing in (5, type("NoExit", (), {"__enter__": lambda s: s}), type("OnInstance", (), {})):
    try:
        with thing if thing == 5 else thing():
            pass
    except TypeError as e:
        print(e)
odd = type("Odd", (), {})()
odd.__enter__ = odd.__exit__ = lambda *a: None
try:
    with odd:
        pass
except TypeError as e:
    print(e)
