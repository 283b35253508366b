def register(name):
    print("registering", name)


try:
    @register("x")
    def f():
        pass
except TypeError as e:
    print(e)


@register("y")
class C:
    pass
