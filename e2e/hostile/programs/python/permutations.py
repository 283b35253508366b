# attack: permutations and products of a hundred million
# expect: memory_limit, uncaught_error, timeout
# why: the pool is held in memory
import itertools
x = itertools.permutations(range(100000000))
y = itertools.product(range(100000000), repeat=100)
z = list(itertools.combinations(range(10000), 5000))
