"""A class body runs once, in a scope that its functions and comprehensions do not see."""
x = "module"


class A:
    print("body runs", __name__, __qualname__)
    x = x + "+class"
    copies = [x for _ in range(1)] if False else "n/a"
    first = [v for v in (x, "iter")]
    try:
        bad = [x + v for v in "ab"]
    except Exception as e:
        bad = repr(e)
    for i in range(3):
        if i % 2:
            continue
        exec(f"made_{i} = {i} * 10")
    del i

    def method(self):
        return x, self.x, __class__.__name__

    def default(self, value=x):
        return value

    class Inner:
        seen = x
        name = __qualname__

        def who(self):
            return __class__.__qualname__

    if x.startswith("mod"):
        conditional = lambda self: "defined"
    else:
        other = 1
    counter: int = 5
    only_annotated: "str"
    locals()["by_locals"] = "yes"


a = A()
print(a.x, a.first, a.bad, a.made_0, a.made_2, hasattr(a, "made_1"), hasattr(a, "i"), hasattr(a, "e"))
print(a.method(), a.default(), A.Inner.seen, A.Inner.name, A.Inner().who(), a.conditional(), hasattr(a, "other"))
print(A.__annotations__, hasattr(a, "only_annotated"), A.by_locals, A.method.__qualname__, A.__module__)


def factory(n):
    x = f"local{n}"

    class B:
        y = x
        nonlocal_too = lambda self: x

        def set(self, value):
            nonlocal x
            x = value

    return B


B1, B2 = factory(1), factory(2)
B1().set("changed")
print(B1.y, B1().nonlocal_too(), B2().nonlocal_too(), B1 is B2, B1.__qualname__, B1.set.__qualname__)


class C:
    global made_global
    made_global = "from a class"
    x = x
    x = [x, x]


print(made_global, C.x, "made_global" in vars(C))


def unbound():
    class D:
        try:
            print(later)
        except NameError as e:
            print(type(e).__name__, e)

    later = 1
    return D


unbound()
try:
    class E:
        ok = 1
        raise ValueError("in the body")
except ValueError as e:
    print(e, "E" in globals())
print([k for k in vars(A.Inner) if not k.startswith("__")], type("Dyn", (A,), {"x": 1}).x, A.__dict__["x"] is A.x)
