def work(n):
    try:
        print("try", n)
        if n:
            raise KeyError("inner")
    finally:
        print("finally", n)
        if n == 2:
            raise ValueError("from finally")


work(0)
try:
    work(1)
except KeyError as e:
    print("caught", e)
try:
    work(2)
except ValueError as e:
    print(repr(e.__context__))
work(2)
