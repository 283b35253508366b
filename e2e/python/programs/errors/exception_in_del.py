class Noisy:
    def __init__(self, name):
        self.name = name


n = Noisy("a")
del n
try:
    n
except NameError as e:
    print(e, e.name)
del missing
