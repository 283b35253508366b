from functools import cache


@cache
def distance(a, b):
    if not a or not b:
        return len(a) + len(b)
    return min(distance(a[1:], b) + 1, distance(a, b[1:]) + 1, distance(a[1:], b[1:]) + (a[0] != b[0]))


WORDS = ["kitten", "sitting", "mitten", "smitten", "bitten"]
for w in sorted(WORDS, key=lambda w: (distance("kitten", w), w)):
    print(w, distance("kitten", w))
print(distance("naïve", "naive"), distance.cache_info().currsize > 10)
