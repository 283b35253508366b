# What a subclass of property says of itself, and patterns that are f-strings.
from decimal import Decimal


class Documented(property):
    "of the class"


class Plain(property):
    def __init__(self, get=None, set=None, delete=None, doc=None):
        super().__init__(get, set, delete, doc)


class Some:
    @Documented
    def a(self):
        "of a"

    @Plain
    def b(self):
        "of b"

    @Documented
    def c(self):
        pass


print(Some.a.__doc__, Some.b.__doc__, Some.c.__doc__, Documented.__doc__, Some.a.__dict__)
print(Some.a.setter(print).__doc__, Documented(None, None, None, "given").__doc__)

for pattern in ('f"a"', 'f"a{b}"', '"a" f"b"', '{f"a": 1}', '[f"a"]', 'A(f"{x}")', 'f"a" | 1', '"a" "b"'):
    try:
        compile(f"match x:\n case {pattern}: pass\n", "", "exec")
        print("fine")
    except SyntaxError as e:
        print(e.args)

for source, mode in (("\\", "eval"), ("a \\", "exec"), ("\\\n\\", "single"), ("a \\ b", "eval")):
    try:
        compile(source, "", mode)
    except SyntaxError as e:
        print(e.args)

for value in ((True, (True, 2), True), (1 << 70, (1,), 0), (0, (1,), 1 << 70), (0, (1 << 70,), 0), (2, 5, "x"), (0, 5, "x"), (0, 5, 1),
              (0, (1,), 1.5), (0, (10,), 1)):
    try:
        print(Decimal(value))
    except Exception as e:
        print(type(e).__name__, e)
