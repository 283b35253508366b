import functools


def logged(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        print("calling", fn.__name__, args, kwargs)
        try:
            return fn(*args, **kwargs)
        finally:
            print("left", fn.__name__)

    return wrapper


@logged
def root(x, *, power=2):
    if x < 0:
        raise ValueError(f"{x} is negative")
    return x ** (1 / power)


print(root(16), root(27, power=3))
root(-4)
