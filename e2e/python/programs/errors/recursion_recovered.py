def safe(n):
    try:
        return safe(n + 1)
    except RecursionError:
        return n > 100


print(safe(0))


def countdown(n):
    return n if n == 0 else countdown(n - 1)


print(countdown(900))
countdown(5000)
