counter = 10


def bump(by):
    if by > 0:
        print("now", counter + by) if False else None
        counter = counter + by
    return counter


print("calling")
bump(1)
