# attack: a list that is changed while it is walked
# expect: uncaught_error
x = [1]
for i in x:
  x.append(i)
