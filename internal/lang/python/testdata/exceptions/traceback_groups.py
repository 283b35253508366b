def a(n):
    if n == 0:
        raise ExceptionGroup("many", [ValueError(i) for i in range(20)])
    return a(n - 1)
try:
    a(10)
except Exception as e:
    try:
        [x for x in (1/y for y in (1, 0))]
    except ZeroDivisionError as z:
        raise RuntimeError("multi\nline") from ExceptionGroup("inner", [z, e.exceptions[0], ExceptionGroup("deep", [KeyError("k")])])
