# attack: an integer read from twenty million digits
# expect: timeout, memory_limit, exited, uncaught_error
# why: a fast machine does it in time, or the engine keeps its bound of 4,300 digits
# output: True
import sys
sys.set_int_max_str_digits(0)
print(int("9" * 20000000) > 1)
