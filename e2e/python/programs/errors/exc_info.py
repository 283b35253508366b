import sys


def show():
    kind, value, tb = sys.exc_info()
    return kind and kind.__name__, str(value), tb is not None


print(show())
try:
    [][0]
except IndexError:
    print(show())
    try:
        {}["k"]
    except KeyError:
        print(show())
    print(show())
print(show(), sys.exception())
[][1]
