"""Resources that are taken and given back: what context managers do when things go wrong."""
import contextlib
import io
import sys
from contextlib import ExitStack, closing, contextmanager, nullcontext, redirect_stdout, suppress

log = []


class Connection:
    open_now = 0

    def __init__(self, name, refuse=False):
        if refuse:
            raise ConnectionRefusedError(f"{name} refuses")
        self.name = name
        Connection.open_now += 1
        log.append(f"open {name}")

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        self.close()
        log.append(f"exit {self.name} {kind.__name__ if kind else None}")
        return isinstance(value, BlockingIOError)

    def close(self):
        Connection.open_now -= 1


@contextmanager
def transaction(store):
    before = dict(store)
    try:
        yield store
    except ValueError as e:
        store.clear()
        store.update(before)
        log.append(f"rollback: {e}")
    except BaseException:
        log.append("passing on")
        raise
    else:
        log.append("commit")
    finally:
        log.append(f"size {len(store)}")


class Indenter(contextlib.ContextDecorator):
    depth = 0

    def __enter__(self):
        Indenter.depth += 1
        return self

    def __exit__(self, *exc):
        Indenter.depth -= 1
        return False

    def print(self, text):
        print("  " * self.depth + text)


@Indenter()
def nested(n):
    Indenter().print(f"level {n}")
    if n:
        nested(n - 1)


store = {"a": 1}
with transaction(store) as s:
    s["b"] = 2
with transaction(store) as s:
    s["c"] = 3
    int("three")
with suppress(KeyError), transaction(store) as s:
    del s["nothing"]
print(store, log)
log.clear()

with ExitStack() as stack:
    connections = [stack.enter_context(Connection(f"c{i}")) for i in range(3)]
    stack.callback(log.append, "callback")
    stack.push(lambda *exc: log.append(f"push {exc[0]}") or False)
    print(Connection.open_now, [c.name for c in connections])
print(Connection.open_now, log)
log.clear()

try:
    with ExitStack() as stack:
        for name, refuse in ("x", False), ("y", True), ("z", False):
            stack.enter_context(Connection(name, refuse))
except OSError as e:
    print(type(e).__name__, e, log)
log.clear()

with Connection("swallows"):
    raise BlockingIOError("later")
with closing(Connection("closed")) as c, nullcontext(5) as five:
    print(c.name, five, Connection.open_now)
kept = ExitStack()
with ExitStack() as stack:
    stack.enter_context(Connection("moved"))
    kept = stack.pop_all()
print("still open:", Connection.open_now, log[-1])
kept.close()
print("then:", Connection.open_now, log)

out = io.StringIO()
with redirect_stdout(out), contextlib.redirect_stderr(out):
    print("hidden")
    print("too", file=sys.stderr)
print(repr(out.getvalue()))
nested(2)
gen = transaction({})
gen.__enter__()
try:
    gen.gen.throw(RuntimeError("stop"))
except RuntimeError as e:
    print("thrown:", e, log[-2:])


@contextmanager
def twice():
    yield 1
    yield 2


try:
    with twice():
        pass
except RuntimeError as e:
    print(e)
