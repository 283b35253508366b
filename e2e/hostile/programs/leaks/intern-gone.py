# attack: looking for what the program before has bound anew
# expect: exited
# pair: intern.py
# output: 3 [0, 1] {}
print(str(3), list(range(2)), os.environ)
