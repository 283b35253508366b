class Observable:
    def __init__(self, **values):
        self.__dict__["_values"], self.__dict__["_watchers"] = values, []

    def watch(self, fn):
        self._watchers.append(fn)
        return lambda: self._watchers.remove(fn)

    def __getattr__(self, name):
        try:
            return self._values[name]
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(self, name, new):
        old = self._values.get(name)
        self._values[name] = new
        if old != new:
            for fn in list(self._watchers):
                fn(name, old, new)


o = Observable(temperature=20)
stop = o.watch(lambda *change: print("changed", *change))
o.temperature = 21
o.temperature = 21
o.humidity = 0.5
stop()
o.temperature = 0
print(o.temperature, o.humidity, o.pressure)
