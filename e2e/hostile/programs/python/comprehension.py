# attack: a comprehension of a thousand billion
# expect: memory_limit, uncaught_error
# why: the engine refuses sizes above a bound of its own
# slow: yes
x = [[i] for i in range(10 ** 12)]
