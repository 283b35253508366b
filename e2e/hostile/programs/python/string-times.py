# attack: a string of ten billion characters by multiplication
# expect: memory_limit, uncaught_error
# why: the engine refuses counts above a bound of its own, which may be below this
x = "x" * 10000000000
