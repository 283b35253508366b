class A:
    x = 1
    def get(self): return __class__.__name__
    def __private(self): return "A private"
    def call(self): return self.__private()
    y = [x for _ in range(1)] if False else x + 1
    __slots_like = "mangled"
    class Inner:
        z = "inner"
        def __repr__(self): return f"{type(self).__qualname__}"
class B(A):
    def __private(self): return "B private"
print(A().get(), B().get(), B().call(), A.y, A.Inner(), [n for n in dir(A) if n.startswith("_A")], B._A__slots_like, A.get.__qualname__)
def make(n):
    class Local:
        value = n
        n = n if False else 5
    return Local
try:
    make(1)
except NameError as e:
    print(e)
x = "module"
class C:
    print(x)
    x = "class"
    print(x)
    del x
    print(x)
print(C.__name__, C.__module__, C.__doc__, C.__dict__.get("x"), type(C), C.__bases__, A.__annotations__ if hasattr(A, "__annotations__") else {})
class D: a: int = 1; b: str
print(D.__annotations__, D.a, hasattr(D, "b"))
