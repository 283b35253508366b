def positive(n):
    if n is None:
        raise ValueError("None among the numbers")
    return n > 0


it = filter(positive, [1, -1, 2, None, 3])
print(next(it), next(it))
try:
    next(it)
except ValueError as e:
    print(e)
print(list(it))
print(list(map(int, ["1", "2"])), list(zip("ab", [1, 2], strict=True)))
list(zip("abc", [1, 2], strict=True))
