def again():
    raise


try:
    again()
except RuntimeError as e:
    print(e)
try:
    int("x")
except ValueError:
    try:
        again()
    except ValueError as e:
        print("inner", e)
again()
