# attack: a power of a power of a power
# expect: timeout, memory_limit, uncaught_error
# why: multiplying becomes slow before the number becomes large, and the engine has a bound of its own
x = 10 ** 10 ** 10
