def gen():
    yield 1
    raise LookupError("in gen")
def use():
    total = sum(x * 2
                for x in gen())
    return total
result = (use()
          + 1)
