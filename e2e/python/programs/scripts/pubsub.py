from collections import defaultdict


class Bus:
    def __init__(self):
        self.handlers = defaultdict(list)

    def on(self, topic):
        def register(fn):
            self.handlers[topic].append(fn)
            return fn
        return register

    def emit(self, topic, **payload):
        results = []
        for fn in [*self.handlers[topic], *self.handlers["*"]]:
            try:
                results.append(fn(**payload))
            except TypeError as e:
                results.append(f"{fn.__name__}: {e}")
        return results


bus = Bus()


@bus.on("created")
def audit(id, **rest):
    return f"audit {id} {rest}"


@bus.on("created")
def strict(id):
    return f"strict {id}"


@bus.on("*")
def everything(**kw):
    return sorted(kw)


print(bus.emit("created", id=1))
print(bus.emit("created", id=2, name="x"))
print(bus.emit("other", a=1, b=2), bus.emit("none"))
