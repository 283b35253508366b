# attack: formatting of a dict that contains itself, in every way there is
# expect: exited
# output: {'a': {...}}
# output: {'a': {...}}
# output: {'a': {...}}
d = {}
d["a"] = d
print("%s" % d)
print("{}".format(d))
print(f"{d!r}")
