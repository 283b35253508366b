# attack: the text of a tree whose branches are one list, 2^40 leaves
# expect: memory_limit, timeout, uncaught_error
# why: whichever bound is first
x = ["leaf"]
for i in range(40):
  x = [x, x]
print(len(str(x)) > 0)
