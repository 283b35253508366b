# attack: an integer that is squared again and again
# expect: timeout, memory_limit
# why: multiplying becomes slow before the number becomes large
n = 3
while True:
  n = n * n
