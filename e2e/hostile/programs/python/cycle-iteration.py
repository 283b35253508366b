# attack: a list that grows while it is walked
# expect: memory_limit
# slow: yes
x = [1]
for i in x:
  x.append(i)
