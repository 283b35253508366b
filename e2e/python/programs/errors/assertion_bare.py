def check(values):
    assert all(v > 0 for v in values)
    return len(values)


print(check([1, 2]))
check([1, -2])
