"""Which hook is asked for an attribute, in which order, and what an AttributeError inside means."""


class Full:
    klass = "class value"

    def __init__(self):
        self.own = 1

    def __getattribute__(self, name):
        if not name.startswith("__"):
            print(f"<{name}>", end=" ")
        if name == "hidden":
            raise AttributeError("from getattribute")
        return super().__getattribute__(name)

    def __getattr__(self, name):
        print(f"?{name}", end=" ")
        if name.startswith("no"):
            raise AttributeError(f"none of {name}")
        return name.upper()

    @property
    def prop(self):
        return self.own + 1

    @property
    def failing(self):
        raise AttributeError("inside the property")

    @property
    def failing_badly(self):
        raise ValueError("another kind")


f = Full()
print(f.own, f.klass, f.prop, f.hidden, f.other, f.failing)
for get in (lambda: f.nope, lambda: f.failing_badly, lambda: getattr(f, "nope", "default"), lambda: hasattr(f, "nothing"), lambda: hasattr(f, "anything"), lambda: hasattr(f, "failing_badly")):
    try:
        print(get())
    except Exception as e:
        print(type(e).__name__, e)
print(len(f.__dict__), vars(f), type(f).__getattribute__(f, "own"), object.__getattribute__(f, "klass"))


class Guard:
    __slots__ = ("_data",)

    def __init__(self):
        object.__setattr__(self, "_data", {})

    def __setattr__(self, name, value):
        if name.isupper():
            raise AttributeError(f"{name} is constant")
        self._data[name] = value

    def __getattr__(self, name):
        try:
            return object.__getattribute__(self, "_data")[name]
        except KeyError:
            raise AttributeError(name) from None

    def __delattr__(self, name):
        if self._data.pop(name, None) is None:
            raise AttributeError("not there: " + name)

    def __dir__(self):
        return ["z", *self._data]


g = Guard()
g.a, g.b = 1, 2
setattr(g, "not an identifier", 3)
del g.a
print(g.b, dir(g), getattr(g, "not an identifier"), hasattr(g, "a"))
for code in ("g.X = 1", "del g.zz", "g.zz", "len(g)", "g()", "g + 1", "object().x", "object().x = 1", "del object().x", "(5).real = 1", "del (5).real", "None.x", "int.x = 1", "f.__class__ = int", "getattr(g, 5)", "setattr(g, 5, 1)"):
    try:
        exec(code)
        print(code, "done")
    except Exception as e:
        print(code, "!", type(e).__name__, e)
try:
    Guard.missing
except AttributeError as e:
    print(e, e.name, e.obj is Guard)
