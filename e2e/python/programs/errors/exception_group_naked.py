try:
    raise ValueError("naked")
except* ValueError as g:
    print(type(g).__name__, g.message == "", g.exceptions)

try:
    try:
        raise ExceptionGroup("g", [TypeError(1), ValueError(2)])
    except* TypeError:
        raise KeyError("new")
except ExceptionGroup as g:
    print(g, [type(e).__name__ for e in g.exceptions])
try:
    ExceptionGroup("x", [])
except ValueError as e:
    print(e)
try:
    ExceptionGroup("x", [1])
except ValueError as e:
    print(e)
raise BaseExceptionGroup("base", [KeyboardInterrupt(), ValueError("v")])
