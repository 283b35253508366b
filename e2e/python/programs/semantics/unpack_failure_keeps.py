def attempt(values):
    a, b = "a", "b"
    try:
        a, b = values
    except (ValueError, TypeError) as e:
        print(e)
    return a, b


for v in ([1], [1, 2], [1, 2, 3], "x", "xyz", (), 5, iter([1, 2, 3]), {1: 2}):
    print(attempt(v))


def starred(values):
    a, rest = 0, "rest"
    try:
        a, *rest, z = values
    except ValueError as e:
        print(e)
    return a, rest


print(starred([1]), starred([1, 2]), starred("abcd"))


def nested(values):
    a = b = c = None
    try:
        a, (b, c) = values
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
    return a, b, c


print(nested((1, 2)), nested((1, (2,))), nested((1, (2, 3))))
