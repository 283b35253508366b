def show(e, depth=0):
    print("  " * depth + type(e).__name__, e, e.__suppress_context__)
    if e.__cause__:
        print("  " * depth + "cause:")
        show(e.__cause__, depth + 1)
    elif e.__context__:
        print("  " * depth + "context:")
        show(e.__context__, depth + 1)


def a():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("v") from e


def b():
    try:
        a()
    except ValueError:
        raise KeyError("k")


def c():
    try:
        b()
    finally:
        try:
            raise OSError("o")
        except OSError:
            pass


for f in (a, b, c):
    try:
        f()
    except Exception as e:
        show(e)
try:
    try:
        raise TypeError(1)
    except TypeError:
        raise ValueError(2) from None
except ValueError as e:
    show(e)
    print(repr(e.__context__))
e1 = ValueError("x")
try:
    raise e1 from e1
except ValueError as e:
    print(e.__cause__ is e, e.__context__)
try:
    try:
        raise e1
    except ValueError:
        raise e1
except ValueError as e:
    print(e.__context__)
