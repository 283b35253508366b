"""What leaves a finally clause wins over what was on its way."""


def returns():
    try:
        return "try"
    finally:
        return "finally"


def swallows():
    try:
        raise ValueError("lost")
    finally:
        return "no error"


def breaks():
    for i in range(5):
        try:
            raise KeyError(i)
        finally:
            break
    return i


def continues():
    seen = []
    for i in range(3):
        try:
            if i == 1:
                return "left"
            seen.append(i)
        finally:
            seen.append(-i)
            continue
    return seen


def value_is_made_first():
    x = [1]
    try:
        return x[0], x
    finally:
        x[0] = 2
        x = "other"


def order(log):
    for i in range(3):
        try:
            log.append(f"t{i}")
            if i == 1:
                continue
            if i == 2:
                break
        except ValueError:
            log.append("never")
        else:
            log.append(f"e{i}")
        finally:
            log.append(f"f{i}")
    else:
        log.append("else")
    return log


def while_else(n):
    while n:
        try:
            n -= 1
            if n == 2:
                break
        finally:
            print("w", n, end=" ")
    else:
        return "exhausted"
    return "broken"


def nested():
    log = []
    try:
        try:
            try:
                raise ValueError(1)
            finally:
                log.append("inner")
        except ValueError as e:
            log.append(repr(e))
            raise TypeError(2) from e
        finally:
            log.append("middle")
    except TypeError as e:
        log.append(repr(e.__cause__))
    return log


def generator():
    try:
        yield 1
        yield 2
    finally:
        print("closing", end=" ")
        yield "late"


for f in (returns, swallows, breaks, continues, value_is_made_first, nested):
    print(f.__name__, f())
print(order([]), while_else(5), while_else(2))
g = generator()
print(next(g))
try:
    g.close()
except RuntimeError as e:
    print(e)
