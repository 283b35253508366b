def step(n):
    try:
        return 100 / n
    except ZeroDivisionError as e:
        e.add_note(f"while processing step {n}")
        e.add_note("second note")
        raise


try:
    step(0)
except ZeroDivisionError as e:
    print(e.__notes__)
step(0)
