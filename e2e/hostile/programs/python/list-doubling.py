# attack: a list that is extended by itself
# expect: memory_limit
x = [1]
while True:
  x.extend(x)
