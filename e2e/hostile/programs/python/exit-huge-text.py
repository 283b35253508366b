# attack: an exit with a text of 16 MiB, which goes to standard error
# expect: output_limit
# output-limit: 1MiB
import sys
sys.exit("x" * (16 << 20))
