# attack: a list made of a lazy sequence of a billion
# expect: memory_limit
x = list(enumerate(range(1000000000)))
