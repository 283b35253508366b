import atexit
import weakref


class Resource:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


class Child(Resource):
    pass


class Items(list):
    def __del__(self):
        print("del", list(self))


class Slotted:
    __slots__ = ("x",)

    def __init__(self, *, x):
        self.x = x

    def __del__(self):
        print("del", self.x)


a = Resource("a")
b = Child("b")
c = Items([1, 2])
d = Slotted(x=5)
target = Child("target")
target_end = weakref.finalize(target, print, "finalize", "target")
other = weakref.finalize(a, print, "finalize a")
other.atexit = False
gone = weakref.finalize(a, print, "never")
print(gone.detach() is not None, gone.alive, other.alive, target_end.alive)
early = weakref.finalize(b, print, "early", 1, sep="-")
early()
early()
print(early.alive)


@atexit.register
def at_exit():
    print("atexit")


print("end")
raise SystemExit(3)
