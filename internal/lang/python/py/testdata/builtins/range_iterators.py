# Ranges near the ends of machine words: which class iterates over them, and over what.
M = 2 ** 63 - 1
for r in (range(M), range(M - 1, M), range(2 ** 62, 2 ** 62 + 3), range(-M - 1, M, 2), range(-M - 1, M), range(M - 5, M, 10), range(M, M - 5, -1),
          range(-M, -M - 1, -1), range(-M + 3, -M - 1, -7), range(1, 10, M), range(5, 5, M), range(-M - 1, M, 2 ** 40), range(M - 5, M, 7),
          range(10, -M - 1, -2), range(3, -M - 1, -M - 1), range(M - 1, M, M), range(M + 2), range(5)):
    i, j = iter(r), reversed(r)
    print(r, type(i).__name__, type(j).__name__, next(i, None), next(i, None), next(j, None), next(j, None))
