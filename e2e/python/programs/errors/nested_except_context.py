def chain(e):
    out = []
    while e:
        out.append(type(e).__name__)
        e = e.__context__
    return out


def fail():
    try:
        try:
            try:
                int("x")
            except ValueError:
                {}["y"]
        except KeyError:
            [][9]
    except IndexError:
        None.attr


try:
    fail()
except AttributeError as e:
    print(chain(e))
fail()
