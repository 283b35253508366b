# attack: the decimal text of an integer with many million bits
# expect: timeout, memory_limit, exited, uncaught_error
# why: a fast machine does it in time, or the engine keeps its bound of 4,300 digits
# output: True
import sys
sys.set_int_max_str_digits(0)
n = 3
for i in range(23):
  n = n * n
print(len(str(n)) > 1)
