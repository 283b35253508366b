def g():
    yield next(me)


me = g()
try:
    next(me)
except ValueError as e:
    print(e)


def send_early():
    x = yield
    print(x)


send_early().send("too early")
