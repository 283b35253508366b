# What a class says of keywords that aren't strings, where it minds something else first.
class D:
    pass


class E:
    def __new__(cls, *a, **k):
        return 5


class F:
    def __init__(self, **k):
        pass


class G(E):
    def __init__(self):
        pass


class I(int):
    pass


class L(list):
    pass


class M(type):
    def __call__(cls, **k):
        return 1


class N(metaclass=M):
    pass


class X(Exception):
    pass


class C:
    def __call__(self, **k):
        return 1


for f in D, E, F, G, I, L, N, X, C(), object, dict, list, print, len, lambda **k: 1:
    for a in (), (1,), (1, 2):
        for k in {1: 2}, {'q': 1, 2: 3}:
            try:
                print(f(*a, **k))
            except Exception as e:
                print(a, k, type(e).__name__, e)
