def takes(it):
    while True:
        yield next(it)


g = takes(iter([1, 2]))
print(next(g), next(g))
try:
    next(g)
except RuntimeError as e:
    print(e, repr(e.__cause__))
print(list(takes(iter("ab"))))
