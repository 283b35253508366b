"""Iterators made of iterators: how far each reads, and what is left for the others."""
import itertools as it
import operator

source = iter(range(10))
print(list(it.islice(source, 2)), next(source), list(it.takewhile(lambda v: v < 5, source)), list(it.islice(source, 1, None, 2)), list(source))
a, b, c = it.tee(iter("abc"), 3)
print(next(a), next(a), list(b), next(c), list(a), list(c), list(it.tee([], 2)[0]))
groups = it.groupby("aaBbcCa", key=str.lower)
print([(k, "".join(g)) for k, g in groups], [k for k, _ in it.groupby([1, 1.0, True, 2])])
g = it.groupby([1, 1, 2, 2, 3])
k1, g1 = next(g)
k2, g2 = next(g)
print(k1, list(g1), k2, list(g2), [(k, len(list(v))) for k, v in g])
print(list(it.accumulate([3, 1, 4, 1, 5], max)), list(it.accumulate([1, 2, 3], operator.mul, initial=10)), list(it.accumulate("abc")), list(it.accumulate([])), list(it.accumulate([], initial=0)))
print(list(it.chain("ab", [1], (), {2: 3})), list(it.chain.from_iterable(zip("ab", it.count(5, -2)))), list(it.zip_longest("abc", [1], fillvalue="-")), list(it.pairwise("abcd")), list(it.pairwise("a")))
print(list(it.product("ab", repeat=2)), list(it.product([1, 2], "xy")), list(it.product()), list(it.product([], "a")), list(it.permutations("abc", 2)), list(it.permutations([1, 2], 3)), list(it.permutations([])))
print(list(it.combinations("abcd", 3)), list(it.combinations("a", 2)), list(it.combinations_with_replacement("ab", 2)), len(list(it.combinations(range(10), 5))), list(it.combinations("abc", 0)))
print(list(it.islice(it.cycle("ab"), 5)), list(it.cycle([])), list(it.repeat("x", 2)), list(it.repeat(1, -3)), list(map(pow, range(4), it.repeat(2))), list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.compress("abcde", [1, 0, True, "", 2])))
print(list(it.dropwhile(str.islower, "abCdE")), list(it.filterfalse(None, [0, 1, "", "x"])), list(it.islice(it.count(0.5, 0.25), 4)), list(it.islice("abcdef", 4, None)), list(it.islice("abcdef", 0)), repr(it.count(3)), repr(it.count(1, 2)), repr(it.repeat("a", 2)), repr(it.repeat(5)))


def logged(name, values):
    for v in values:
        print(f"{name}{v}", end=" ")
        yield v
    print(f"{name}.", end=" ")


for make in (lambda: zip(logged("p", [1, 2]), logged("q", [1])), lambda: it.islice(logged("r", range(9)), 1, 5, 3), lambda: it.zip_longest(logged("s", [1]), logged("t", [])), lambda: it.product(logged("u", [1, 2]), logged("v", [])),
             lambda: it.takewhile(lambda v: v < 1, logged("w", range(5))), lambda: it.chain(logged("x", []), logged("y", [0])), lambda: it.compress(logged("c", "ab"), logged("s", [0, 1, 1])), lambda: it.pairwise(logged("z", "abc"))):
    print("->", list(make()))
for bad in (lambda: it.islice("a", -1), lambda: it.islice("a", 1, 2, 0), lambda: it.combinations("a", -1), lambda: it.product("a", repeat=-1), lambda: it.count("a"), lambda: list(it.chain(5)), lambda: list(it.starmap(pow, [5])), lambda: it.tee("a", -1), lambda: it.permutations("ab", 1.5), lambda: list(it.accumulate([1, "a"])), lambda: it.cycle(3), lambda: next(it.groupby([])), lambda: it.zip_longest("a", fill=1), lambda: it.repeat(), lambda: zip("ab", "a", strict=True).__next__() and list(zip("ab", "a", strict=True))):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
primes = it.count(2)


def sieve(numbers):
    p = next(numbers)
    yield p
    yield from sieve(filter(lambda n: n % p, numbers))


print(list(it.islice(sieve(primes), 12)))
