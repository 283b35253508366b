# attack: generators that are begun and never ended
# expect: memory_limit
# slow: yes
def g(n):
  x = [n] * 10
  yield x
all = []
while True:
  y = g(1)
  next(y)
  all.append(y)
