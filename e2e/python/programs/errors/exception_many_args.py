try:
    raise ValueError("a", 1, [2])
except ValueError as e:
    print(e, e.args)
raise RuntimeError("code", 7, {"k": None})
