# attack: loops in loops, which end after the sun
# expect: timeout
for a in range(1000000000):
  for b in range(1000000000):
    pass
