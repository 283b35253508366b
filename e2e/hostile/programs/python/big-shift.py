# attack: an integer of a billion bits by a shift, to a thousand billion
# expect: memory_limit, uncaught_error
# why: the engine refuses shifts above a bound of its own
x = 1 << (1 << 30)
x = 1 << (1 << 40)
