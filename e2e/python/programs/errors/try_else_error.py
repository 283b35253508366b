def attempt(n):
    try:
        value = [1, 2][n]
    except IndexError:
        print("index", n)
    else:
        print("else", value)
        if n:
            raise RuntimeError("raised in else")
    finally:
        print("finally", n)


attempt(0)
attempt(5)
attempt(1)
