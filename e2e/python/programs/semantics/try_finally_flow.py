def a():
    try:
        return "try"
    finally:
        print("finally a")


def b():
    try:
        return "try"
    finally:
        return "finally"


def c():
    for i in range(3):
        try:
            if i == 1:
                continue
            print("c", i)
        finally:
            if i == 1:
                break
    else:
        return "else"
    return i


def d():
    while True:
        try:
            try:
                raise ValueError
            finally:
                print("inner")
        except ValueError:
            print("caught")
            break
        finally:
            print("outer")
    return "d"


def e():
    x = 1
    try:
        return x
    finally:
        x = 2


def f():
    try:
        raise KeyError
    except KeyError:
        return "except"
    else:
        return "else"
    finally:
        print("f finally")


def g():
    for x in range(2):
        try:
            yield x
        finally:
            print("g cleanup", x)


for fn in (a, b, c, d, e, f):
    print(fn.__name__, fn())
for v in g():
    print(v)
    break
gen = g()
next(gen)
gen.close()
try:
    try:
        raise ValueError(1)
    finally:
        print("passing")
except ValueError as err:
    print(err)
print("err" in globals())
