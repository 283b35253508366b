# attack: a list that grows while it is walked
# expect: memory_limit, timeout
# why: the clock may be first
# timeout: 20s
# slow: yes
x = [1]
for i in x:
  x.append(i)
