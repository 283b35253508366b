# attack: a set that grows for ever
# expect: memory_limit
s = set()
i = 0
while True:
  s.add(i)
  i += 1
