def first(x):
    return x[0]


print(first("abc"), first([1]), first((None,)))
print(first(42))
