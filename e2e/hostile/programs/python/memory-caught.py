# attack: MemoryError caught, and tried again for ever
# expect: timeout, memory_limit
# why: what is refused takes no memory, what isn't takes all
while True:
  try:
    x = "x" * 10 ** 15
  except MemoryError:
    pass
