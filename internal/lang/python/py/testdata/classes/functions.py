def t(f, *a, **k):
    try: print("=>", f(*a, **k))
    except Exception as e: print(type(e).__name__ + ":", e)
def f(a, b=1, *c, d: int = 2, e, **g) -> str:
    "doc"
    return a
print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__dict__, f.__closure__, f)
c = f.__code__
print(c.co_name, c.co_argcount, c.co_kwonlyargcount, c.co_posonlyargcount, c.co_varnames, c.co_flags, c.co_firstlineno, c.co_freevars, c.co_cellvars, c.co_qualname)
f.attr = 1; print(f.attr, f.__dict__); f.__name__ = "ff"; f.__qualname__ = "q.ff"; print(f, f.__name__); t(lambda: setattr(f, "__name__", 1)); t(lambda: setattr(f, "__defaults__", 1)); t(lambda: setattr(f, "__closure__", 1)); t(lambda: setattr(f, "__globals__", 1)); t(lambda: delattr(f, "__name__"))
f.__defaults__ = (5,); f.__kwdefaults__ = {"d": 1, "e": 2}; t(f, 1); del f.__defaults__; t(f); t(lambda: f.zz); del f.attr; t(lambda: f.attr); f.__doc__ = "new"; print(f.__doc__)
def outer():
    x = 1
    def inner(): return x
    return inner
i = outer(); print(i.__closure__[0].cell_contents, i.__code__.co_freevars, i.__qualname__, i.__closure__[0])
i.__closure__[0].cell_contents = 9; print(i())
g2 = (lambda x: x); print(g2, g2.__name__)
class A:
    def m(self, x=1): "mdoc"; return x
    @classmethod
    def cm(cls): return cls
    @staticmethod
    def sm(): return "sm"
    def __repr__(self): return "<A>"
a = A(); m = a.m
print(m, m.__self__, m.__func__ is A.m, m.__name__, m.__doc__, m.__qualname__, m == a.m, m is a.m, hash(m) == hash(a.m), A().m == A().m, A.m, A.cm, a.cm(), m.__defaults__)
t(lambda: setattr(m, "x", 1)); A.m.x = 5; print(m.x); t(lambda: m.yy)
print(A.__dict__["cm"], A.__dict__["sm"], A.__dict__["sm"](), A.__dict__["sm"].__func__.__name__, A.__dict__["cm"].__func__.__name__, A.__dict__["cm"].__wrapped__.__name__)
t(A.__dict__["cm"]); print(A.__dict__["cm"].__name__, A.__dict__["sm"].__doc__)
class types: MethodType = type(A().m); MappingProxyType = type(A.__dict__)
print(types.MethodType(lambda s: s, 3)(), types.MethodType(lambda s: s, 3).__self__); t(types.MethodType, 1, 2)
print(f.__get__(3), f.__get__(None, int), A.m.__get__(a, A)(4))
print(len.__name__, 1, len.__module__, len.__self__, len.__qualname__, [].append.__self__, [].append.__name__, [].append.__qualname__, list.append.__name__, list.append.__qualname__, list.append.__objclass__, str.join, "".join)
print((5).__add__, (5).__add__(3), int.__add__(1, 2), int.__add__, type(int.__add__), type((5).__add__), type(list.append), type(len), object.__init__, a.__init__, a.__str__(), A.__str__ is object.__str__, int.__repr__, type(f), type(m), type(A.__dict__["cm"]), type(c), type(A.__dict__))
t(list.append); t(list.append, 1); t(list.append, 1, 2); t(list.append, [], 1, 2); t(int.__add__, "a", 1); t(int.__add__, 1); t([].append); t("".join); t(len); t(len, 1, 2); t(len, x=1); t([].append, x=1); t({}.get); t({}.pop); t(A.m); t(a.m, 1, 2); t(f); t(a.m, y=1); t(dict.fromkeys); t(int.from_bytes)
print(int.__add__ is int.__add__, [].append == [].append, list.append is list.append, int.real, int.__dict__["real"], A.__dict__["__dict__"], A.__dict__["__weakref__"], type(A.__dict__["__dict__"]))
t(lambda: int.real.__get__("a")); print(int.real.__get__(5))
mp = A.__dict__; print(sorted(mp)[:3], "m" in mp, len(mp) > 3, mp.get("zz"), type(mp).__name__); t(lambda: mp.__setitem__); 
def si(): mp["x"] = 1
t(si)
def di(): del mp["x"]
t(di)
print(types.MappingProxyType({"a": 1}), types.MappingProxyType({"a": 1}) == {"a": 1}, types.MappingProxyType({"a": 1}) | {"b": 2}); t(types.MappingProxyType, [1]); t(types.MappingProxyType)
class P:
    x = property(lambda s: 1)
print(P.x, type(P.x)) if 0 else None
print(callable(len), callable(1), callable(A), callable(a)); 
class Cl:
    def __call__(self, *a, **k): return a, k
print(Cl()(1, x=2), callable(Cl())); t(lambda: a()); pass
print(dir(A)[-3:], [n for n in dir(a) if not n.startswith("__")], "__init__" in dir(1), dir(object()) == dir(object))
class Dr:
    def __dir__(self): return ["b", "a"]
print(dir(Dr())); t(lambda: vars(1)); print(vars(A)["m"] is A.m)
print(id(a) == id(a), id(1) == id(1), type(id(a)), hash(a) == hash(a))
print(object, type, A, A(), f.__class__, A.__class__, a.__class__, (1).__class__, int.__class__, None.__class__)
print(A.__doc__, object.__doc__[:10], a.__module__, A.__module__, int.__module__, (lambda: 0).__module__)
t(lambda: (1).__module__)
print(A.__annotations__); 
class An: x: int = 1; y: "str"
print(An.__annotations__, An().__annotations__)
print(a.__dir__()[:0], a.__sizeof__() > 0, a.__format__(""), format(a)); t(lambda: a.__format__("x")); t(lambda: format(a, ">5"))
print(a.__eq__(a), a.__eq__(1), a.__ne__(a), a.__lt__(1), a.__hash__() == hash(a), object.__eq__(1, 1), (1).__eq__("a"))
print(A.__call__(), type.__call__(A), A.__new__(A), object.__new__(A), A.__init__(a))
print(a.__reduce_ex__(2)[0].__name__, a.__reduce_ex__(4)[1], a.__reduce__.__name__)
print(A.mro(), A.__mro__, A.__base__, A.__bases__, bool.__base__, A.__flags__ & 512, A.__basicsize__ > 0)
print(type.__call__, type("X", (), {})().__class__.__name__, type("X", (A,), {"z": 3})().z)
print(getattr(a, "m")(3), hasattr(a, "m"), hasattr(a, "q"), getattr(a, "q", 7))
print([x for x in (1, 2).__class__.__mro__], ().__class__.__bases__)
