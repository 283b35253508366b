# attack: a search in a list for what is not there, over and over
# expect: timeout
x = list(range(1000000))
while True:
  -1 in x
