class Base:
    def __init__(self, **kw):
        print("Base", kw)
        self.kw = kw

    def who(self):
        return ["Base"]


class A(Base):
    def __init__(self, a=1, **kw):
        print("A", a)
        super().__init__(**kw)

    def who(self):
        return ["A"] + super().who()


class B(Base):
    def __init__(self, b=2, **kw):
        print("B", b)
        super().__init__(**kw)

    def who(self):
        return ["B"] + super().who()


class C(A, B):
    def who(self):
        return ["C"] + super(C, self).who()

    @classmethod
    def make(cls):
        return cls(a="x", b="y", z=1)

    @staticmethod
    def plain():
        return "static"


print([k.__name__ for k in C.__mro__])
c = C.make()
print(c.who(), C.plain(), A().who(), super(A, c).who())
print(isinstance(c, B), issubclass(C, (int, Base)), C.__bases__, type(c).__name__, C.__base__.__name__)
print(A.who(c), Base.who is A.__mro__[1].who, c.who.__func__ is C.who, c.who.__self__ is c)
C.extra = lambda self: self.kw
print(c.extra(), hasattr(A, "extra"), sorted(vars(C))[-2:], c.__dict__)


class D:
    __slots__ = ()

    def __getattr__(self, n):
        return f"D.{n}"


class E(D, C):
    pass


print(E().missing, E.__mro__[1].__name__)
