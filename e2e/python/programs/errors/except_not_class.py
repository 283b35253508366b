try:
    try:
        raise ValueError("v")
    except "ValueError":
        pass
except TypeError as e:
    print(e, repr(e.__context__))
try:
    raise KeyError
except (ValueError, 5):
    pass
