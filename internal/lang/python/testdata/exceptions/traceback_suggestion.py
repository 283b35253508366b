def outer():
    def inner(a, b=2, *args, c, **kw):
        return a
    return inner(1)
try:
    outer()
except TypeError as e:
    print(e)
def f():
    global_name = 1
    print(gobal_name)
class Foo:
    def __init__(self):
        self.counter = 1
    def method(self): pass
try: Foo().coutner
except AttributeError as e: print(e)
try: Foo().metod()
except AttributeError as e: raise e
