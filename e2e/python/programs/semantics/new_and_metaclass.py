class Singleton:
    _one = None
    def __new__(cls, *a):
        if cls._one is None:
            cls._one = super().__new__(cls)
        return cls._one
    def __init__(self, v=None): self.v = v
a, b = Singleton(1), Singleton(2)
print(a is b, a.v)
class Celsius(float):
    def __new__(cls, f): return super().__new__(cls, (f - 32) / 1.8)
    def __repr__(self): return f"{float(self):.1f}C"
print(Celsius(212), Celsius(32) + 1, [Celsius(50)])
class Pair(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    first = property(lambda self: self[0])
print(Pair(1, 2), Pair(1, 2).first, Pair(1, 2) == (1, 2), hash(Pair(1, 2)) == hash((1, 2)), isinstance(Pair(1, 2), tuple))
class Meta(type):
    registry = {}
    def __new__(m, name, bases, ns, **kw):
        ns["tag"] = kw.get("tag", name.lower())
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        Meta.registry[name] = cls
    @classmethod
    def __prepare__(m, name, bases, **kw): print("prepare", name); return {"prepared": True}
    def __repr__(cls): return f"<class {cls.__name__}>"
class A(metaclass=Meta, tag="x"): pass
class B(A): pass
print(A, B.tag, A.tag, A.prepared, Meta.registry, type(B) is Meta, type("T", (), {"x": 1})().x, type("T2", (A,), {}).tag)
class NotInstance:
    def __new__(cls): return 5
    def __init__(self): print("never")
print(NotInstance())
try:
    class Conflict(A, metaclass=type("M2", (type,), {})): pass
except TypeError as e:
    print(e)
