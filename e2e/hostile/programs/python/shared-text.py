# attack: the text of a tree whose branches are one list, 2^40 leaves
# expect: exited, memory_limit, timeout
# why: what is printed is cut at a bound; on the way to it the clock may be first
# output: True
x = ["leaf"]
for i in range(40):
  x = [x, x]
print(len(str(x)) > 0)
