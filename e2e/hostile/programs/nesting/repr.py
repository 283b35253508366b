# attack: the text of a list nested 200,000 times
# expect: exited
# output: True
x = []
for i in range(200000):
  x = [x]
print(len(str(x)) < 1000000)
