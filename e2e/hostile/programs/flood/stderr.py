# attack: errors of destructors, warnings and prints for ever
# expect: output_limit
# output-limit: 1MiB
import sys, warnings
warnings.simplefilter("always")
while True:
  warnings.warn("again")
  sys.stderr.write("x")
