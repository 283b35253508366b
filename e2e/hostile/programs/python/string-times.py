# attack: a string of a billion bytes by multiplication
# expect: memory_limit, uncaught_error
# why: the engine refuses counts above a bound of its own, which may be below this
x = "x" * 1000000000
