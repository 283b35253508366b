def numbers(values):
    for v in values:
        yield 10 // v


g = numbers([5, 2, 0, 1])
print(next(g), next(g))
try:
    next(g)
except ZeroDivisionError as e:
    print("caught", e)
print(list(g))
total = sum(numbers([1, 0]))
