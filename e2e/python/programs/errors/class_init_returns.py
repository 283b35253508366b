class Bad:
    def __init__(self):
        return 5


try:
    Bad()
except TypeError as e:
    print(e)


class Worse:
    def __new__(cls, x):
        return object.__new__(cls)


print(type(Worse(1)).__name__)
object(1)
