class Record:
    def __init__(self, **kw):
        object.__setattr__(self, "_data", dict(kw))
        object.__setattr__(self, "_log", [])

    def __getattr__(self, name):
        try:
            return self._data[name]
        except KeyError:
            raise AttributeError(f"no field {name}") from None

    def __setattr__(self, name, value):
        self._log.append((name, value))
        self._data[name] = value

    def __delattr__(self, name):
        del self._data[name]

    def __dir__(self):
        return sorted(self._data)


class Spy:
    x = 1

    def __getattribute__(self, name):
        if name.startswith("secret"):
            return "hidden " + name
        return super().__getattribute__(name)


r = Record(a=1)
r.b = 2
r.a += 10
print(r.a, r.b, r._log, dir(r), hasattr(r, "zzz"), getattr(r, "zzz", "default"))
del r.a
try:
    r.a
except AttributeError as e:
    print(e, e.__cause__)
s = Spy()
print(s.x, s.secret1, getattr(s, "secret2"), s.__class__.__name__)
setattr(s, "y z", 5)
print(getattr(s, "y z"), s.__dict__, vars(s))
try:
    s.nope
except AttributeError as e:
    print(e, e.name, e.obj is s)
class Meta(type):
    def __getattr__(cls, name): return f"class attr {name}"
    def __call__(cls, *a): print("calling", cls.__name__); return super().__call__(*a)
    def __len__(cls): return 7
    def __iter__(cls): return iter("xyz")
    def __contains__(cls, x): return x == 1
class M(metaclass=Meta): pass
print(M.foo, isinstance(M(), M), len(M), list(M), 1 in M, type(M).__name__)
class Init:
    def __init_subclass__(cls, /, tag="none", **kw): super().__init_subclass__(**kw); cls.tag = tag; print("subclass", cls.__name__, tag)
class Sub(Init, tag="t"): pass
class Sub2(Sub): pass
print(Sub.tag, Sub2.tag, type("Dyn", (Init,), {"v": 1}, tag="dyn").v)
