# attack: a list that grows element by element, for ever
# expect: memory_limit
x = []
while True:
  x.append({})
