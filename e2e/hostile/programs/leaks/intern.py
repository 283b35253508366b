# attack: names of the dialect bound anew for the next program of the worker
# expect: exited
# output: done
print("done")
print = None
str = lambda x: "polluted"
range = None
os.environ["LEFT"] = "behind"
