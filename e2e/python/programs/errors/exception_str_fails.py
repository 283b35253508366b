class Odd(Exception):
    def __str__(self):
        raise RuntimeError("no text")


try:
    raise Odd("x")
except Odd as e:
    print(type(e).__name__, e.args)
    try:
        str(e)
    except RuntimeError as r:
        print(r)
raise Odd("x")
