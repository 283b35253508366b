# attack: one print of more than may be written
# expect: output_limit
# output-limit: 1MiB
print("x" * (8 << 20))
