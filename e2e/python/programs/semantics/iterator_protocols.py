"""What may be iterated, how, and what unusual iterators do."""


class ByIndex:
    def __init__(self, n):
        self.n = n

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError(i)
        return i * i


class Revived:
    """Goes on after its end, which an iterator should not."""

    def __init__(self):
        self.at = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.at += 1
        if self.at % 3 == 0:
            raise StopIteration
        return self.at


class NoIter:
    def __next__(self):
        return 1


class BadIter:
    def __iter__(self):
        return 5


class OnInstance:
    def __init__(self):
        self.__iter__ = lambda: iter([1])


class GeneratorIter:
    def __iter__(self):
        yield from (1, 2)


class Reverses(ByIndex):
    def __len__(self):
        return self.n


class OwnReversed(GeneratorIter):
    def __reversed__(self):
        return "anything at all"


print(list(ByIndex(4)), 9 in ByIndex(4), 5 in ByIndex(4), [*ByIndex(2)], dict(enumerate(ByIndex(2))), max(ByIndex(4)), list(reversed(Reverses(4))), reversed(OwnReversed()), list(zip(GeneratorIter(), GeneratorIter())))
a, b = ByIndex(2)
print(a, b, list(GeneratorIter()) * 2, 2 in GeneratorIter(), iter(ByIndex(1)).__class__.__name__)
r = Revived()
print(list(r), list(r), next(r), next(r), next(r, "end"), next(r))
for bad in (lambda: iter(NoIter()), lambda: next(NoIter()), lambda: iter(BadIter()), lambda: iter(OnInstance()), lambda: next([1]), lambda: next(5), lambda: iter(5), lambda: iter(5, 0), lambda: reversed({1}), lambda: reversed(ByIndex(2)), lambda: reversed(v for v in ()), lambda: [*5], lambda: print(*None), lambda: dict([1]), lambda: dict(["ab", "c"]), lambda: (lambda **k: k)(**[1]), lambda: 1 in 5, lambda: next(iter([])), lambda: enumerate(5), lambda: zip(5), lambda: map(len), lambda: filter(None, 5), lambda: sum("ab"), lambda: sum(["a"], ""), lambda: sum([[1], [2]], []), lambda: sum([b"a"], b"")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
for code in ("a, b = 1", "a, b = [1]", "a, b = 'xyz'", "a, *b, c = [1]", "[a, b] = {}", "for a, b in [1]: pass", "for a, b in ['xyz']: pass", "(a, b), c = [1, 2], 3", "(a, b), c = 5, 3", "a, b = ByIndex(3)", "a, b = iter(range(10**9))"):
    try:
        exec(code)
        print(code, "->", a, b)
    except Exception as e:
        print(code, "!", type(e).__name__, e)
it = iter([1, 2, 3, 4, 5, 6])
print(list(zip(it, it)), list(zip(*[iter(range(7))] * 3)), list(zip()), list(zip("ab", range(9), [True, None])))
l = [1, 2, 3]
it = iter(l)
print(next(it), it.__length_hint__(), l.append(4), list(it), l.append(5), list(it))
it = iter("ab")
for x in it:
    print(x, next(it, "none"), end=" ")
for i, (k, v) in enumerate({"a": 1, "b": 2}.items(), start=5):
    print(i, k, v, end=" ")
print()
e = enumerate("abc", 2**64)
print(next(e), next(iter(range(5, 0, -2))), list(range(0, -5, -2)), range(10)[2:8:3], len(range(2**40)), 2**39 in range(2**40), range(3) == range(0, 3, 1), range(5).index(3), range(0, 10, 3)[-1])
