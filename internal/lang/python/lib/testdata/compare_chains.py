"""Chains of comparisons whose links are displays, and unpacking with a star."""


def chains():
    y = [4]
    print(3 in [3, 4] in [[3, 4]], 3 in [3, 4] not in [[3, 4]], 3 in {3, 4} in [{3, 4}])
    print(4 in [4] is y, 4 in [4] == y, [4] == [4] in [[4], 5], 4 in [4] < [5])
    if 4 in [4] == y:
        print("equal")
    while 4 in [4] != y:
        print("never")
    x = 1
    print(x < (x := 5) < 7, x)


def stars():
    first, *rest = [1, 2, 3]
    print(first, rest, type(rest).__name__)
    source = [1, 2]
    *copy, last = source
    copy.append(9)
    print(copy, last, source)
    a, *b, c = (1, 2)
    print(a, b, c)
    *a, = "xyz"
    print(a)
    a = [1, 2, 3]
    a, *b = a
    print(a, b)
    try:
        a, *b, c = [1]
    except ValueError as e:
        print(e, a)


chains()
stars()

print({10, 11}.isdisjoint(type("Other", (frozenset,), {"__iter__": lambda self: iter([11])})()))
