def f(a, b):
    return a.x.y(b)[0]
f(type('T', (), {'x': 1}), 2)
