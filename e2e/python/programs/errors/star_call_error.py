def f(a, b, c=3):
    return a, b, c


print(f(*[1, 2]), f(**{"a": 1, "b": 2}))
for act in (lambda: f(*[1], **{"a": 2}), lambda: f(*5), lambda: f(**5), lambda: f(1, 2, 3, 4), lambda: f(1, 2, **{"c": 1, "d": 2}), lambda: f(), lambda: f(**{1: 2})):
    try:
        print(act())
    except TypeError as e:
        print(e)
f(1, b=2, b2=3)
