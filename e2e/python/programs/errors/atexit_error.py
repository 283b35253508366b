import atexit

atexit.register(print, "last")


@atexit.register
def middle():
    print("middle")


def registered(x, y=0):
    print("registered", x, y)


atexit.register(registered, 1, y=2)
raise RuntimeError("main fails first")
