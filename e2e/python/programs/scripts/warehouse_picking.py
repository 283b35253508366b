"""Plans picking rounds: bin packing, a route by nearest neighbour and 2-opt, k-means zones, all seeded."""
import bisect
import math
import random
from collections import defaultdict, namedtuple
from functools import lru_cache
from itertools import accumulate, combinations, islice, pairwise, starmap
from statistics import fmean
from string import ascii_uppercase

Item = namedtuple("Item", ["name", "weight", "at"])


def first_fit(items, limit):
    loads = []
    for item in sorted(items, key=lambda i: (-i.weight, i.name)):
        for load in loads:
            if sum(i.weight for i in load) + item.weight <= limit:
                load.append(item)
                break
        else:
            loads.append([item])
    return loads


def best_value(items, limit):
    """0/1 knapsack by weight; the value is the letter's place."""

    @lru_cache(maxsize=None)
    def best(i, left):
        if i == len(items):
            return 0, ()
        skip = best(i + 1, left)
        if (item := items[i]).weight > left:
            return skip
        value, names = best(i + 1, left - item.weight)
        return max(skip, (value + ascii_uppercase.index(item.name) + 1, (item.name, *names)))

    return best(0, limit), best.cache_info()


def length(route):
    return math.fsum(starmap(math.dist, pairwise(route)))


def nearest(points, start=(0, 0)):
    route, left = [start], set(points)
    while left:
        here = route[-1]
        route.append(min(left, key=lambda p: (math.dist(here, p), p)))
        left.remove(route[-1])
    return [*route, start]


def two_opt(route):
    better = True
    while better:
        better = False
        for i, j in combinations(range(1, len(route)), 2):
            if j - i > 1:
                trial = route[:i] + route[i:j][::-1] + route[j:]
                if length(trial) < length(route) - 1e-9:
                    route, better = trial, True
    return route


def zones(points, k, rng, rounds=20):
    centres = rng.sample(points, k)
    for n in range(rounds):
        groups = defaultdict(list)
        for p in points:
            groups[min(range(k), key=lambda c: math.dist(p, centres[c]))].append(p)
        moved = [tuple(map(fmean, zip(*groups[c]))) if groups[c] else centres[c] for c in range(k)]
        if moved == centres:
            break
        centres = moved
    return n, [(round(x, 2), round(y, 2), len(groups[c])) for c, (x, y) in enumerate(centres)]


rng = random.Random(2024)
items = [Item(c, rng.randint(1, 9), (rng.randrange(20), rng.randrange(20))) for c in islice(ascii_uppercase, 14)]
print(*(f"{i.name}:{i.weight}@{i.at[0]},{i.at[1]}" for i in items))
for load in first_fit(items, 15):
    print("".join(i.name for i in load), sum(i.weight for i in load), end="; ")
print()
print(*best_value(items, 25))
points = [i.at for i in items]
route = nearest(points)
improved = two_opt(route)
print(f"{length(route):.4f} -> {length(improved):.4f}", sorted(route) == sorted(improved), improved[:4])
print(zones(points, 3, rng))
weights = [i.weight for i in items]
cumulative = list(accumulate(weights))
draws = [items[bisect.bisect(cumulative, rng.random() * cumulative[-1])].name for _ in range(12)]
print("".join(draws), "".join(i.name for i in rng.choices(items, cum_weights=cumulative, k=12)))
grid = [[rng.choice(".#") for _ in range(8)] for _ in range(3)]
print(*map("".join, grid), sep="/")
print(*("".join(row) for row in zip(*grid[::-1])), round(rng.betavariate(2, 3), 12), round(rng.lognormvariate(0, 1), 12), rng.normalvariate(1, 0.1).__round__(12))
