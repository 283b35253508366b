# attack: the text of a list that contains itself
# expect: exited
# output: [[...]]
x = []
x.append(x)
print(x)
