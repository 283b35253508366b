class Bad:
    def __iter__(self): return 5
class Iterates:
    def __iter__(self): return iter([1, None, 3])
class No:
    __contains__ = None
for c in (Bad(), Iterates(), No(), object(), 5, None):
    for item in (1, 2):
        try:
            print(item in c)
        except TypeError as e:
            print(e)
