"""Numbers of a shop with functools, itertools, operator and statistics alone."""
from collections import Counter
from fractions import Fraction
from functools import cached_property, partial, reduce, singledispatch, total_ordering, wraps
from itertools import accumulate, chain, combinations, compress, groupby, pairwise, product, starmap, tee, zip_longest
from operator import add, attrgetter, itemgetter, methodcaller, mul
from statistics import NormalDist, StatisticsError, correlation, fmean, linear_regression, mode, multimode, pstdev, quantiles, stdev, variance

SALES = [
    ("mon", "tea", 4, 2.5), ("mon", "cake", 1, 4.0), ("tue", "tea", 7, 2.5),
    ("tue", "coffee", 3, 3.25), ("wed", "cake", 2, 4.0), ("wed", "tea", 1, 2.75),
    ("thu", "coffee", 9, 3.0), ("fri", "cake", 5, 3.5), ("fri", "coffee", 5, 3.25),
]


def compose(*functions):
    return reduce(lambda f, g: lambda x: g(f(x)), functions)


def traced(f):
    calls = []

    @wraps(f)
    def inner(*args):
        calls.append(args)
        return f(*args)

    inner.calls = calls
    return inner


@singledispatch
def show(x):
    return repr(x)


@show.register(float)
@show.register(Fraction)
def _(x):
    return f"{float(x):.3f}"


@show.register
def _(x: list | tuple):
    return "[" + " ".join(map(show, x)) + "]"


@show.register
def _(x: dict):
    return ", ".join(starmap("{}={}".format, ((k, show(v)) for k, v in x.items())))


@total_ordering
class Day:
    def __init__(self, name, rows):
        self.name, self.rows = name, list(rows)

    @cached_property
    def total(self):
        return sum(n * price for _, _, n, price in self.rows)

    def __eq__(self, other):
        return self.total == other.total

    def __lt__(self, other):
        return self.total < other.total

    def __repr__(self):
        return f"{self.name}:{self.total:g}"


days = [Day(*group) for group in groupby(SALES, key=itemgetter(0))]
print(days, sorted(days), max(days), days[0] >= days[1], "total" in vars(days[0]))
counts = [row[2] for row in SALES]
print(show({"mean": fmean(counts), "stdev": stdev(counts), "pstdev": pstdev(counts), "var": variance(map(Fraction, counts)), "mode": mode(counts), "modes": multimode(counts)}))
print(show(quantiles(counts, n=4)), show(quantiles(counts, n=5, method="inclusive")))
xs, ys = [r[3] for r in SALES], counts
slope, intercept = linear_regression(xs, ys)
print(show([slope, intercept, correlation(xs, ys)]), NormalDist.from_samples(counts).mean.__round__(2))
print(list(accumulate(counts)), list(accumulate(counts, max)), list(accumulate(counts[:4], mul, initial=1)))
print([b - a for a, b in pairwise(counts)], list(compress("abcdefghi", map((3).__lt__, counts))))
items = sorted(set(map(itemgetter(1), SALES)))
print(list(combinations(items, 2)), ["".join(p) for p in product("xy", repeat=2)], list(zip_longest(items, [1, 2], fillvalue="-")))
double = traced(partial(mul, 2))
slug = compose(str.strip, str.lower, methodcaller("replace", " ", "-"), lambda s: s + "!")
print(list(map(double, counts[:3])), double.calls, slug("  Hello Big World "))
revenue = Counter()
for _, item, n, price in SALES:
    revenue[item] += n * price
print(revenue.most_common(2), sum(revenue.values()), show(dict(revenue)))
first, second = tee(filter(None, (n % 3 for n in counts)))
print(list(first), sum(second), list(chain.from_iterable(zip("ab", "cd"))), reduce(add, [[1], [2, 3]], []))
print([*map(attrgetter("name"), sorted(days, key=attrgetter("total", "name"), reverse=True))])
for bad in lambda: mode([]), lambda: stdev([1]), lambda: correlation([1], [2]), lambda: quantiles([1]), lambda: reduce(add, []):
    try:
        print(bad())
    except (StatisticsError, TypeError) as e:
        print(type(e).__name__, e)
