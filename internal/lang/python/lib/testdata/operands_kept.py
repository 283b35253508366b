"""What a call is given with a star stays as it was; a list, and what is of a class of
lists, can be added to itself."""

import operator


class List(list):
    pass


class Bytes(bytearray):
    pass


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


operands = (2, 5, None)
print(pow(*operands), operands, operands == (2, 5, None))

for kind in (list, List):
    x = kind([1])
    x += x
    x.extend(x)
    x[1:2] = x
    print(x)
    operator.iconcat(x, x)
    list.__iadd__(x, x)
    x.insert(0, x.pop())
    print(len(x), x.count(1))

for kind in (bytearray, Bytes):
    x = kind(b"ab")

    def grow():
        global x
        x += x

    show(grow)
    x.extend(x)
    x[1:1] = x
    print(x)
    x = kind()
    x += x
    print(x)
