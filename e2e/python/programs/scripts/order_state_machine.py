"""A state machine for orders as a class with guarded transitions declared by decorators, with history and undo."""
import inspect
import sys
from collections import Counter
from contextlib import suppress
from functools import partialmethod, wraps


class TransitionError(Exception):
    def __init__(self, machine, event, *, allowed):
        self.machine, self.event, self.allowed = machine, event, allowed
        super().__init__(f"can't {event} while {machine.state}")


def transition(source, target, guard=None):
    sources = (source,) if isinstance(source, str) else tuple(source)

    def decorate(f):
        @wraps(f)
        def inner(self, *args, **kwargs):
            if self.state not in sources and "*" not in sources:
                raise TransitionError(self, f.__name__, allowed=sources)
            if guard is not None and not guard(self):
                raise TransitionError(self, f"{f.__name__} ({guard.__name__ if guard.__name__ != '<lambda>' else inspect.getdoc(f)})", allowed=sources)
            before, snapshot = self.state, {k: v.copy() if hasattr(v, "copy") else v for k, v in vars(self).items() if k != "history"}
            self.state = target(self) if callable(target) else target
            try:
                result = f(self, *args, **kwargs)
            except Exception:
                vars(self).update(snapshot)
                raise
            self.history.append((f.__name__, before, self.state, snapshot))
            for listener in self.listeners.get(self.state, ()):
                listener(self)
            return result

        inner.edges = [(s, target if isinstance(target, str) else "?") for s in sources]
        return inner

    return decorate


class Machine:
    listeners: dict[str, list] = {}
    initial = "new"

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.listeners = {}
        cls.edges = {}
        for name, f in inspect.getmembers(cls, lambda m: hasattr(m, "edges")):
            if name == "edges":
                continue
            for source, target in f.edges:
                cls.edges.setdefault(source, []).append((name, target))

    def __init__(self):
        self.state, self.history = self.initial, []

    @classmethod
    def on(cls, state):
        return lambda f: cls.listeners.setdefault(state, []).append(f) or f

    def undo(self):
        name, before, after, snapshot = self.history.pop()
        vars(self).update(snapshot)
        return f"{name}: {after} -> {before}"

    @classmethod
    def dot(cls):
        yield f"digraph {cls.__name__} {{"
        for source, edges in sorted(cls.edges.items()):
            for name, target in edges:
                yield f'  "{source}" -> "{target}" [label={name}]'
        yield "}"


def has_items(order):
    return bool(order.items)


class Order(Machine):
    initial = "cart"

    def __init__(self, number):
        super().__init__()
        self.number, self.items, self.paid = number, Counter(), 0

    @transition(("cart", "checkout"), "cart")
    def add(self, item, n=1):
        """Adds items."""
        if n < 1:
            raise ValueError(f"{n} of {item}")
        self.items[item] += n

    add_two = partialmethod(add, n=2)

    @transition("cart", "checkout", guard=has_items)
    def check_out(self): ...

    @transition("checkout", lambda self: "paid" if self.paid + 5 >= self.total else "checkout")
    def pay(self, cents=5):
        self.paid += cents
        return self.total - self.paid

    @transition("paid", "sent", guard=lambda self: self.items.total() < 5)
    def send(self):
        """too heavy"""

    @transition("*", "void")
    def cancel(self, reason):
        self.reason = reason

    @property
    def total(self):
        return sum(len(item) * n for item, n in self.items.items())

    def __repr__(self):
        return f"<Order {self.number} {self.state} {dict(self.items)} {self.paid}/{self.total}>"


seen = []
Order.on("paid")(lambda o: seen.append(f"thanks for {o.number}"))


@Order.on("void")
def sorry(order):
    seen.append(f"sorry: {order.reason}")


orders = {}
for line in sys.stdin:
    number, event, *args = line.split()
    order = orders.setdefault(number, Order(number))
    try:
        result = getattr(order, event)(*(int(a) if a.lstrip("-").isdigit() else a for a in args))
        print(order, "" if result is None else result)
    except TransitionError as e:
        print(f"refused: {e}; allowed in {', '.join(e.allowed)}")
    except (ValueError, AttributeError, TypeError, IndexError) as e:
        print(type(e).__name__, e, order.state, len(order.history))
print(seen)
print(*Order.dot(), sep="\n")
with suppress(IndexError):
    while True:
        print(orders["1"].undo(), orders["1"])
print(Order.add.__doc__, Order.add.__wrapped__.__code__.co_varnames[:3], inspect.signature(Order.add), Machine.listeners, Order.initial)
