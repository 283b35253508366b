"""What a class definition calls: __set_name__, then __init_subclass__; and what subscripts of classes call."""


class Named:
    def __init__(self, tag):
        self.tag = tag

    def __set_name__(self, owner, name):
        print(f"set_name {self.tag} {owner.__name__}.{name}")
        self.name = name

    def __get__(self, instance, owner=None):
        return (self.tag, self.name, instance is None)


class Plugin:
    registry = {}

    def __init_subclass__(cls, /, key=None, **rest):
        print("init_subclass", cls.__name__, key, rest, "field" in vars(cls))
        super().__init_subclass__(**rest)
        Plugin.registry[key or cls.__name__] = cls


class Alpha(Plugin, key="a"):
    field = Named("one")
    other = Named("two")


class Beta(Alpha):
    pass


try:
    class Gamma(Plugin, key="g", extra=1):
        pass
except TypeError as e:
    print(e)
print(list(Plugin.registry), Alpha.field, Beta().other)
Alpha.late = Named("late")
try:
    Alpha.late
except AttributeError as e:
    print(e)


class Mixed(Beta, dict, key="m"):
    def __init_subclass__(cls, **kw):
        print("only mine", kw)


class Last(Mixed, anything=5):
    pass


class Sub:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item!r}]"


class SubSub(Sub):
    pass


print(Sub[int], SubSub[1, "x"], Sub[1:2], list[int], dict[str, int], list[int]() == [], tuple[int, ...])
for bad in (lambda: Sub()[0], lambda: Plugin[0], lambda: int[0]):
    try:
        print(bad())
    except TypeError as e:
        print(e)


class Fails:
    def __set_name__(self, owner, name):
        raise ValueError("no name wanted")


try:
    class Holder:
        attr = Fails()
except (RuntimeError, ValueError) as e:
    print(type(e).__name__, e, "|", repr(e.__cause__))


class Entries:
    def __mro_entries__(self, bases):
        print("mro_entries", len(bases))
        return (dict,)


class Real(Entries()):
    pass


print(Real.__bases__, [type(b).__name__ for b in Real.__orig_bases__], Real(a=1))
