# Subclasses of files and modules whose __init__ takes other arguments; names that a class
# gives another meaning.
import collections
import io
import types


class Recorded(io.BytesIO):
    def __init__(self, *data, name=None):
        super().__init__(b"".join(data))
        self.label = name


class Lines(io.StringIO):
    def __init__(self, count, *, end="\n"):
        super().__init__("line" + end)
        self.count = count


class Reader(io.BufferedReader):
    def __init__(self, raw, *, tag):
        super().__init__(raw)
        self.tag = tag


r = Recorded(b"one", b"two", name="r")
print(r.read(), r.label, r.tell(), r.seek(2), r.getvalue())
r.__init__(b"again")
print(r.read(), r.label)
print(repr(Lines(3, end="!").read()), Lines(4).count)
b = Reader(io.BytesIO(b"abcdef"), tag=7)
print(b.peek(2)[:2], b.read(3), b.tag)
print(io.BytesIO.__new__(io.BytesIO).getvalue())
for make in (lambda: io.BytesIO(b"", 3), lambda: io.BytesIO(3), lambda: io.StringIO(b""), lambda: io.StringIO("", newline="x")):
    try:
        make()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class Lazy(types.ModuleType):
    def __init__(self, first, *, more=0):
        super().__init__("lazy", "made late")
        self.first = first + more

    def __getattr__(self, name):
        return name * 2


m = Lazy(1, more=2)
print(m.first, m.__name__, m.__doc__, m.ab, type(m).__name__, isinstance(m, types.ModuleType))


class Plain(types.ModuleType):
    pass


print(Plain("p").__name__)
try:
    Plain()
except TypeError as e:
    print(e)


class Tree:
    def __init__(self, label):
        self.label = label

    def __dict__(self):
        return {self.label: []}


print(Tree("root").__dict__(), Tree("x").label)


class Constant:
    __dict__ = {"fixed": 1}
    __weakref__ = 5


c = Constant()
c.other = 2
print(c.__dict__, c.other, vars(c), c.__weakref__)
