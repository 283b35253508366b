# attack: a loop without end
# expect: timeout
while True:
  pass
