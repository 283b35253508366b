# attack: a modular power of numbers with a million bits
# expect: timeout, exited
# why: a fast machine does it in time
# output: True
n = (1 << 1000000) - 1
print(pow(3, n, n - 2) > 0)
