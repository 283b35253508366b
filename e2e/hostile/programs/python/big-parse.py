# attack: an integer read from twenty million digits
# expect: timeout, memory_limit, exited
# why: a fast machine does it in time
# output: True
import sys
sys.set_int_max_str_digits(0)
print(int("9" * 20000000) > 1)
