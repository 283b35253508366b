from itertools import (accumulate, chain, combinations, count, cycle, dropwhile, groupby, islice, pairwise, permutations, product, repeat, starmap, takewhile, tee, zip_longest)
import operator

print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 2], max)), list(chain("ab", [1])), list(chain.from_iterable([[1], [2, 3]])))
print(["".join(c) for c in combinations("abcd", 2)], len(list(permutations(range(4)))), list(product("ab", repeat=2))[:3])
print(list(islice(count(10, 3), 4)), list(islice(cycle("xy"), 5)), list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])))
for key, group in groupby(sorted(["apple", "avocado", "banana", "blueberry", "cherry"]), key=operator.itemgetter(0)):
    print(key, list(group))
print(list(pairwise("abcd")), list(starmap(pow, [(2, 3), (3, 2)])), list(zip_longest("abc", [1], fillvalue="-")), list(repeat(7, 3)))
a, b = tee(iter([1, 2, 3]))
print(next(a), list(b), list(a), list(islice("abcdefg", 1, 6, 2)), [k for k, _ in groupby("aabbbc")])
def batched(it, n):
    it = iter(it)
    while chunk := list(islice(it, n)):
        yield chunk
print(list(batched(range(7), 3)))
