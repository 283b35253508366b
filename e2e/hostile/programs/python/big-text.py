# attack: the decimal text of an integer with many million bits
# expect: timeout, memory_limit, exited
# why: a fast machine does it in time
# output: True
import sys
sys.set_int_max_str_digits(0)
n = 3
for i in range(23):
  n = n * n
print(len(str(n)) > 1)
