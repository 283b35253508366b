# attack: a string that is added to itself, doubling each time
# expect: memory_limit
x = "x"
while True:
  x += x
