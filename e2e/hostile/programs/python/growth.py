# attack: a list that grows element by element, for ever
# expect: memory_limit
# slow: yes
x = []
while True:
  x.append({})
