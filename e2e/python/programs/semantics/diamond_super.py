"""The order of resolution through diamonds, and super() from every place it is called."""


class Root:
    def __init__(self, **kw):
        assert not kw, kw
        self.path = ["Root"]

    def hello(self):
        return ["Root"]

    @classmethod
    def make(cls):
        return [f"Root.make of {cls.__name__}"]


def step(name):
    def hello(self):
        return [name] + super(classes[name], self).hello()

    return hello


classes = {"Root": Root}


class Left(Root):
    def __init__(self, left=None, **kw):
        super().__init__(**kw)
        self.left = left
        self.path.append("Left")

    def hello(self):
        return ["Left"] + super().hello()

    @classmethod
    def make(cls):
        return ["Left"] + super().make()


class Right(Root):
    def __init__(self, right=None, **kw):
        super().__init__(**kw)
        self.right = right
        self.path.append("Right")

    def hello(self):
        parent = super()
        return ["Right"] + [n for part in (0,) for n in parent.hello()]

    @classmethod
    def make(cls):
        return ["Right"] + super().make()

    @property
    def prop(self):
        return "Right.prop"


class Bottom(Left, Right):
    hello = step("Bottom")

    def __getattr__(self, name):
        try:
            return super().__getattr__(name)
        except AttributeError as e:
            return f"({e})"

    @property
    def prop(self):
        return "Bottom+" + super().prop


classes["Bottom"] = Bottom
b = Bottom(left=1, right=2)
print([c.__name__ for c in Bottom.__mro__], b.path, b.left, b.right)
print(b.hello(), Bottom.make(), b.make(), b.prop)
print(b.missing, super(Left, b).hello(), super(Left, Bottom).make(), super(Bottom, b).prop if hasattr(super(Bottom, b), "prop") else None)
print(Bottom.mro() == list(Bottom.__mro__), Bottom.__base__.__name__, Root.__subclasses__() == [Left, Right])
for bases in ((Root, Left), (Left, Left), (Left, int, str), (Bottom, Right, Left), (5,), (bool,), (type(None),)):
    try:
        print(type("T", bases, {}).__mro__[1].__name__)
    except TypeError as e:
        print(e)
for bad in (lambda: super(), lambda: super(Left, Right()), lambda: super(Left, 5), lambda: super(Root, b).hello(), lambda: super(5)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
Bottom.__bases__ = (Right, Left)
print([c.__name__ for c in Bottom.__mro__], b.hello())
