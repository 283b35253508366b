"""StopIteration ends a loop wherever it comes from, but not out of a generator."""


def leaky(it):
    while True:
        yield next(it)


try:
    print(list(leaky(iter([1, 2]))))
except RuntimeError as e:
    print(e, type(e.__cause__).__name__, e.__cause__ is e.__context__, e.__suppress_context__)


def raiser(v):
    if v == 2:
        raise StopIteration("early")
    return v


print(list(map(raiser, range(5))), list(filter(raiser, [1, 3, 2, 4])), [*map(raiser, (3, 4))])
print(sum(map(raiser, [1, 1, 2, 50])), max(map(raiser, [0, 7, 2, 99])), dict(zip("abc", map(raiser, [1, 2, 3]))))
try:
    print([raiser(v) for v in range(4)])
except StopIteration as e:
    print("comprehension:", e.value, e.args)
try:
    print(list(raiser(v) for v in range(4)))
except RuntimeError as e:
    print("generator:", e, repr(e.__cause__))


class Counts:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if not self.n:
            raise StopIteration(1, 2, 3)
        self.n -= 1
        return self.n


def delegating():
    got = yield from Counts(2)
    print("value is the first:", got)
    return "end"


g = delegating()
print(list(g), next(g, "default"))
try:
    next(Counts(0))
except StopIteration as e:
    print(e.args, e.value)
print(StopIteration().value, StopIteration((1, 2)).value, repr(StopIteration(None)))
try:
    for x in iter(lambda: raiser(2), None):
        print("never")
    else:
        print("the loop was ended")
except StopIteration:
    print("never")
calls = iter([1, 2, 3, 0, 4])
print(list(iter(lambda: next(calls), 0)), list(iter(lambda: next(calls), 0)))


def returns(v):
    return v
    yield


try:
    next(returns((1, 2)))
except StopIteration as e:
    print("a tuple whole:", e.value)
try:
    next(returns(StopIteration(5)))
except StopIteration as e:
    print(repr(e.value))
