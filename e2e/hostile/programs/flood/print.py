# attack: prints for ever
# expect: output_limit
# output-limit: 1MiB
while True:
  try:
    print("line")
  except BaseException:
    pass
