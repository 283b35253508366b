# attack: an error whose message has 16 MiB
# expect: uncaught_error, output_limit
# why: the message is cut to a bound, which may be above the limit of output or below
# output-limit: 1MiB
raise Exception("x" * (16 << 20))
