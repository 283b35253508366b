# attack: 1,500 nested blocks, whose indentation makes the source large
# expect: exited
# output: end
def f():
  pass
print("end")
