# attack: a list of a billion elements by multiplication
# expect: memory_limit, uncaught_error
# why: the engine refuses counts above a bound of its own, which may be below this
x = [0] * 1000000000
