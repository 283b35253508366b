# attack: a factorial of a billion and numbers of combinations
# expect: timeout, memory_limit, uncaught_error
# why: multiplying becomes slow before the number becomes large
import math
math.comb(10 ** 9, 10 ** 8 * 5)
math.factorial(10 ** 9)
