"""The main source is a module too, that isn't the one that runs."""

import sys

count = 0


def where():
    return __name__


if __name__ == "__main__":
    count = 5
    import import_main
    from import_main import count as other, where as elsewhere
    print(import_main is sys.modules["__main__"], other, count, elsewhere(), where())
    print(sorted(n for n in sys.modules if "main" in n))
    try:
        import import_maim
    except ModuleNotFoundError as e:
        print(e)
