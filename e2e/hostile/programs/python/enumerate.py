# attack: a list made of a lazy sequence of a billion
# expect: memory_limit, uncaught_error
# why: the engine refuses what is above a bound of its own
x = list(enumerate(range(1000000000)))
