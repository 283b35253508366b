class Loop:
    @property
    def value(self):
        return self.value + 1


try:
    Loop().value
except RecursionError as e:
    print("RecursionError", str(e).startswith("maximum recursion depth exceeded"))


class Getter:
    def __getattr__(self, name):
        return getattr(self, name + "x")


try:
    Getter().a
except RecursionError as e:
    print(type(e).__name__)
Loop().value
