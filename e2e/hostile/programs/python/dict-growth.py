# attack: a dict that grows for ever
# expect: memory_limit
# slow: yes
d = {}
i = 0
while True:
  d["key %d" % i] = i
  i += 1
