class Broken:
    def __iter__(self):
        return [1, 2]


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise RuntimeError("reached zero")
        self.n -= 1
        return self.n


try:
    for x in Broken():
        pass
except TypeError as e:
    print(e)
for x in Countdown(2):
    print(x)
